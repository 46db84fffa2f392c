package io.jetalyst.testkit.tests.json;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the page about JSON with the sources of this package, which {@link JsonTest} runs. */
class JsonGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/json.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfThisPackage(Page.Block block) {
        block.assertFoundBeside(JsonGuideTest.class);
    }
}
