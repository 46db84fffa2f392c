package io.jetalyst.testkit.tests.login;

import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about logins shows sources of this package, which the other tests run. */
class LoginGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/login.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTrue(Page.Block block) {
        block.assertFoundBeside(LoginGuideTest.class);
    }
}
