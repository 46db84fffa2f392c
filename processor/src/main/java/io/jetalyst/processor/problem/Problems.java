package io.jetalyst.processor.problem;

import io.jetalyst.processor.decl.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found on the way, in the order they were found, each once. One thread. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(ProblemCode code, Origin origin, String what, String fix) {
        found.add(new Problem(code, origin, what, fix));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.code().severity() == Severity.ERROR);
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }
}
