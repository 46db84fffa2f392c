package io.jetalyst.testkit.tests.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the rules that the compiler and the runtime both have. The processor does not depend on the runtime, so each has the code itself; a
 * mistake that only one of them rejects would be an error at start, or none at all.
 */
class RepeatedRulesTest {
    private static final String PROCESSOR = "processor/src/main/java/io/jetalyst/processor/";
    private static final String RUNTIME = "runtime/src/main/java/io/jetalyst/";
    private static final Pattern DIRECTIVE = Pattern.compile("^ {12}\"([a-z-]+)\"[,)]", Pattern.MULTILINE);

    private static String source(String path) {
        return Page.of(path).text();
    }

    /** The body of the method with this head. */
    private static String method(String path, String head) {
        String text = source(path);
        int begin = text.indexOf(head);
        assertTrue(begin >= 0, () -> path + " has no method " + head);
        return text.substring(begin + head.length(), text.indexOf("\n    }\n", begin));
    }

    private static Set<String> directives(String path) {
        return DIRECTIVE
                .matcher(source(path))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void compilerAndRuntimeKnowTheSameDirectives() {
        Set<String> ofRuntime = directives(RUNTIME + "internal/headers/ContentPolicy.java");

        assertTrue(ofRuntime.contains("script-src-elem"), ofRuntime::toString);
        assertEquals(ofRuntime, directives(PROCESSOR + "check/ContentPolicyRule.java"));
    }

    @Test
    void compilerAndRuntimeAcceptTheSameOrigins() {
        String head = "private static boolean isOrigin(String text) {";

        assertEquals(
                method(RUNTIME + "route/CorsRule.java", head).replace("isDefault", "defaultPort"),
                method(PROCESSOR + "check/OriginText.java", head));
    }

    @Test
    void compilerAndRuntimeFindTheSameNearWord() {
        for (String head : List.of(
                "of(String word, Collection<String> candidates) {",
                "static int distance(String one, String other) {",
                "private static int step(String a, String b, int i, int j, int[][] cost) {")) {
            assertEquals(
                    method(RUNTIME + "config/NearMatch.java", head),
                    method(PROCESSOR + "problem/NearMatch.java", head));
        }
    }
}
