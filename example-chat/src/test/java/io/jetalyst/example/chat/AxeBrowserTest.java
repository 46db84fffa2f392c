package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks all pages with axe-core, which finds mistakes that keep people with disabilities out. */
class AxeBrowserTest extends OneBrowser {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    private static int port;
    private static String axe;

    @BeforeAll
    static void start(RunningApp running) throws IOException {
        port = running.port();
        try (InputStream in = requireNonNull(AxeBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void findsNothing(String scheme, TestHttp http, TestSockets sockets) {
        ada.colours(scheme).open(port, "/chat/axe-" + scheme).forget();
        assertEquals(List.of(), mistakes(), "the form for a name");
        Guest.named("Grace", http, sockets).enter("axe-" + scheme).sendJson(new ClientMessage.Say("Hello", "r-1"));
        ada.enter()
                .awaitMessage("Hello")
                .say("Hello, https://example.org/")
                .awaitMessage("Hello, https://example.org/");
        assertEquals(List.of(), mistakes(), "the room");
        ada.click("#invite");
        assertEquals(List.of(), mistakes(), "the invitation");
        ada.click("#invite-dialog [data-close]").click("#me");
        assertEquals(List.of(), mistakes(), "the name");
        ada.open(port, "/echo");
        assertEquals(List.of(), mistakes(), "the echo");
        ada.open(port, "/nothing");
        assertEquals(List.of(), mistakes(), "not found");
    }

    /** The rule that was broken, and where, for each mistake. */
    private static List<?> mistakes() {
        ada.run(axe);
        return (List<?>) ada.runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run().then(({violations}) => done(violations.flatMap(({id, help, nodes}) =>
                    nodes.map(({html}) => `${id}: ${help}: ${html}`))), (problem) => done([String(problem)]));""");
    }
}
