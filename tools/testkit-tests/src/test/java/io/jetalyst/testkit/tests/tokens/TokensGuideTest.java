package io.jetalyst.testkit.tests.tokens;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about tokens shows sources of the tests of both extensions. */
class TokensGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/tokens.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTrue(Page.Block block) {
        block.assertFoundBeside(TokensGuideTest.class);
    }
}
