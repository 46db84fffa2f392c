package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The session ends while a page is open. One person may enter at once, and the next one ten seconds later. */
class SessionEndBrowserTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app, "--chat.names-per-address=1");

    @Test
    void waitsIfTheServerDoesNotLetThePersonInAgainAtOnce(RunningApp running) {
        try (Browser ada = new Browser("Ada")) {
            ada.enter(running.port(), "lobby").type("a draft").run("fetch('/leave', {method: 'POST'})");
            ada.awaitState("waiting").say("written meanwhile").awaitState("online");
            ada.awaitMessage("a draftwritten meanwhile").awaitPeople("Ada");
            assertEquals(List.of(), ada.waiting());
            ada.assertNoViolations();
        }
    }
}
