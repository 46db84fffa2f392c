package io.jetalyst.example.chat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests with two users, each of whom has a browser. All tests of a class use the same two. */
abstract class TwoBrowsers {
    @TempDir
    private static Path profiles;

    static Browser ada;
    static Browser bob;

    @BeforeAll
    static void openBrowsers() {
        ada = new Browser("Ada", profiles.resolve("ada"));
        bob = new Browser("Bob", profiles.resolve("bob"));
    }

    @AfterAll
    static void closeBrowsers() {
        for (Browser browser : new Browser[] {ada, bob}) {
            if (browser != null) {
                browser.close();
            }
        }
    }

    @AfterEach
    void assertNoViolations() {
        ada.assertNoViolations();
        bob.assertNoViolations();
    }
}
