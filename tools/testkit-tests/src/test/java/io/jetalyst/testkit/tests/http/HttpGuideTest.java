package io.jetalyst.testkit.tests.http;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
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
}
