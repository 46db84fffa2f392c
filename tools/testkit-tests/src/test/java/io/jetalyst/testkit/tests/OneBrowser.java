package io.jetalyst.testkit.tests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a browser. All tests of a class use the same one, and none sees what an earlier one has stored in it. */
public abstract class OneBrowser {
    protected static Chromium browser;

    @BeforeAll
    protected static void openBrowser() {
        browser = new Chromium();
    }

    @AfterAll
    protected static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    protected void forget() {
        browser.forget();
    }
}
