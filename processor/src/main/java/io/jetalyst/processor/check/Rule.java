package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.Problems;

/** A condition that one controller must meet. */
@FunctionalInterface
interface Rule {
    /** Adds the problems it finds. A rule skips unusable parts of the model: the parser has reported them. */
    void check(ControllerModel controller, Problems problems);
}
