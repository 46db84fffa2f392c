package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the guide to HTTP with the sources of this package, which {@link WebTest} runs. */
class HttpGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/http.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfThisPackage(Page.Block block) {
        block.assertFoundBeside(HttpGuideTest.class);
    }

    /** The first column of the table of frameworks has annotations of Jetalyst only. */
    @Test
    void comparesAnnotationsThatExist() throws ClassNotFoundException {
        String page = Page.of("docs/http.md").text();
        String table = page.substring(page.indexOf("| Jetalyst |"));
        List<MatchResult> names = Pattern.compile("`@(\\w+)")
                .matcher(table.lines().map(row -> row.split("\\|")[1]).collect(Collectors.joining("\n")))
                .results()
                .toList();
        assertFalse(names.isEmpty());
        for (MatchResult name : names) {
            assertTrue(Class.forName("io.jetalyst.annotation." + name.group(1)).isAnnotation());
        }
    }
}
