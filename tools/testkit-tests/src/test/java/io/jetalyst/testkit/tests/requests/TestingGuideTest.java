package io.jetalyst.testkit.tests.requests;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the page about tests with the tests of this package. */
class TestingGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/testing.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsTestsThatRun(Page.Block block) {
        block.assertFoundBeside(TestingGuideTest.class);
    }
}
