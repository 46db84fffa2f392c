package io.jetalyst.processor.problem;

import io.jetalyst.processor.decl.Origin;
import java.util.ArrayList;
import java.util.List;

/** The problems found on the way, in the order they were found, each once. One thread. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(ProblemCode code, Origin origin, String what, String fix) {
        Problem problem = new Problem(code, origin, what, fix);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.code().severity() == Severity.ERROR);
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }
}
