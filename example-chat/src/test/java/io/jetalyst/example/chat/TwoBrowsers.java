package io.jetalyst.example.chat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests with two users, each of whom has a browser. All tests of a class use the same two. */
abstract class TwoBrowsers extends OneBrowser {
    static Browser bob;

    @BeforeAll
    static void openSecondBrowser() {
        bob = new Browser("Bob");
    }

    @AfterAll
    static void closeSecondBrowser() {
        if (bob != null) {
            bob.close();
        }
    }

    @AfterEach
    void assertNoViolationsOfBob() {
        bob.assertNoViolations();
    }
}
