package io.jetalyst.conformance;

import java.nio.file.Path;
import java.util.Set;

/**
 * What the suite found in one case.
 *
 * @param agent the endpoint
 * @param id such as 6.4.1
 * @param behavior what it found of the answer: OK, NON-STRICT, INFORMATIONAL, FAILED, …
 * @param closeBehavior what it found of the close: OK, UNCLEAN, WRONG CODE, …
 * @param report where it tells why, frame by frame
 */
record CaseResult(String agent, String id, String behavior, String closeBehavior, Path report) {
    /** The suite passes no judgement where RFC 6455 leaves a choice: INFORMATIONAL. */
    private static final Set<String> CONFORMING = Set.of("OK", "INFORMATIONAL");

    boolean conforms() {
        return CONFORMING.contains(behavior) && CONFORMING.contains(closeBehavior);
    }

    @Override
    public String toString() {
        return "%s %s: %s, close %s, see %s".formatted(agent, id, behavior, closeBehavior, report);
    }
}
