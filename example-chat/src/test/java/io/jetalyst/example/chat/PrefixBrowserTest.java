package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat behind a reverse proxy that serves it below {@code /app/}. */
class PrefixBrowserTest {
    private static final String BROKEN = """
            const loaded = (entry) => entry.responseStatus === 200;
            return performance.getEntriesByType('resource').filter((entry) => !loaded(entry)).map((entry) => entry.name);
            """;

    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app, "--server.base-path=/app");

    @Test
    void worksUnderAPrefix(RunningApp chat) throws Exception {
        try (PrefixProxy proxy = new PrefixProxy(chat.port());
                Browser ada = new Browser("Ada")) {
            String root = "http://127.0.0.1:" + proxy.port() + "/app/";
            ada.open(proxy.port(), "/app/").enter();
            assertEquals(root + "chat/lobby", ada.url());
            ada.say("hello").awaitMessage("hello");
            assertEquals(List.of(), ada.run(BROKEN));

            ada.click("#go-room").type("Tea Kitchen\n");
            ada.until("the other room", page -> page.url().equals(root + "chat/tea-kitchen"));
            ada.enter().click("#rooms li a");
            ada.until("the lobby", page -> page.url().equals(root + "chat/lobby"));
            ada.enter().click(".fine a");
            ada.until("the echo", page -> page.url().equals(root + "echo"));
            assertEquals(List.of("ws://127.0.0.1:" + proxy.port() + "/app/echo"), ada.texts("#address"));
            assertEquals(List.of(), ada.run(BROKEN));

            ada.open(proxy.port(), "/app/no/such/page");
            assertEquals(List.of(), ada.run(BROKEN));
            ada.click(".card a.primary");
            ada.until("the lobby", page -> page.url().equals(root + "chat/lobby"));
            ada.open(proxy.port(), "/app/chat/LOBBY");
            assertEquals(root + "chat/lobby", ada.url());
            ada.enter().say("back").awaitMessage("back");
            ada.assertNoViolations();
        }
    }
}
