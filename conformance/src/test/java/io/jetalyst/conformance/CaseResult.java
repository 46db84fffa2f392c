package io.jetalyst.conformance;

import java.nio.file.Path;
import java.util.Set;

/**
 * The result of one case of the suite.
 *
 * @param agent the endpoint
 * @param id such as 6.4.1
 * @param behavior the verdict on the response: OK, NON-STRICT, INFORMATIONAL, FAILED, …
 * @param closeBehavior the verdict on the close: OK, UNCLEAN, WRONG CODE, …
 * @param report the file that shows the frames of the case
 */
record CaseResult(String agent, String id, String behavior, String closeBehavior, Path report) {
    /** Whether the case passed. Where RFC 6455 leaves a choice, the verdict is INFORMATIONAL. */
    private static final Set<String> CONFORMING = Set.of("OK", "INFORMATIONAL");

    boolean conforms() {
        return CONFORMING.contains(behavior) && CONFORMING.contains(closeBehavior);
    }

    @Override
    public String toString() {
        return "%s %s: %s, close %s, see %s".formatted(agent, id, behavior, closeBehavior, report);
    }
}
