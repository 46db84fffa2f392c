package io.jetalyst.processor.parse;

import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.problem.ProblemCode;
import java.util.List;

/**
 * A path cut into segments, and what is wrong with it.
 *
 * @param segments as far as the parser understood them
 */
record ParsedPath(List<Segment> segments, List<Fault> faults) {
    /** Something wrong with a path's form. */
    record Fault(ProblemCode code, String what, String fix) {}

    boolean sound() {
        return faults.isEmpty();
    }
}
