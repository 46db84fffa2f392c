package io.jetalyst.testkit.tests.shop;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the guide with the sources of this package, which {@link ShopTest} runs. */
class ShopGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/guide.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfThisPackage(Page.Block block) {
        block.assertFoundBeside(ShopGuideTest.class);
    }
}
