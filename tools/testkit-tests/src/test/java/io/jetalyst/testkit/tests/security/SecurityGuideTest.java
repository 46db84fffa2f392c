package io.jetalyst.testkit.tests.security;

import io.jetalyst.testkit.tests.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the page on security with the sources of this package, which the tests here run. */
class SecurityGuideTest {
    static List<Page.Block> blocks() {
        return Page.of("docs/security.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfThisPackage(Page.Block block) {
        block.assertFoundBeside(SecurityGuideTest.class);
    }

    /** {@link PolicyBrowserTest} shows this template in a browser. */
    @Test
    void showsTemplateWithNonce() throws IOException {
        Page.of("docs/security.md").assertShows(Files.readString(Path.of("src/test/jte/clock.jte")));
    }
}
