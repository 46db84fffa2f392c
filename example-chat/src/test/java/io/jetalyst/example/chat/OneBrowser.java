package io.jetalyst.example.chat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests with a user who has a browser. All tests of a class use the same one. */
abstract class OneBrowser {
    static Browser ada;

    @BeforeAll
    static void openBrowser() {
        ada = new Browser("Ada");
    }

    @AfterAll
    static void closeBrowser() {
        if (ada != null) {
            ada.close();
        }
    }

    @AfterEach
    void assertNoViolations() {
        ada.assertNoViolations();
    }
}
