package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lines about members who join, leave and change their names; and how much the page keeps. */
class NoticesBrowserTest extends OneBrowser {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app, "--chat.names-per-address=1000");

    private static RunningApp chat;
    private static TcpProxy network;

    @BeforeAll
    static void start(RunningApp running) throws Exception {
        chat = running;
        network = new TcpProxy(chat.port());
    }

    @AfterAll
    static void stop() throws Exception {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void keepsMessagesWhenManyMembersComeAndGo(TestHttp http, TestSockets sockets) throws Exception {
        ada.enter(network.port(), "crowd").say("before the crowd").awaitMessage("before the crowd");
        for (int number = 1; number <= 250; number++) {
            TestSocket guest = Guest.named("Guest" + number, http, sockets).open("crowd");
            guest.await(RoomEvent.Joined.class);
            guest.close().awaitClose();
        }
        ada.awaitNotice("Guest1, Guest2, Guest3 and 247 others came and went");
        assertEquals(List.of("before the crowd"), ada.messages());
        assertEquals(1, ada.texts("#log .notice").size());
        ada.screenshot("crowd");

        network.cut();
        ada.awaitBrokenConnection();
        network.mend();
        ada.awaitState("online");
        assertEquals(List.of("before the crowd"), ada.messages());
    }

    @Test
    void keepsTheLatestFiveHundredMessages(TestHttp http, TestSockets sockets) throws Exception {
        ada.enter(network.port(), "long");
        TestSocket bob;
        for (int first = 1; first <= 520; first += 52) { // each member sends as many as the server reads at once
            bob = Guest.named("Bob", http, sockets).open("long");
            for (int number = first; number < first + 52; number++) {
                String text = "message " + number;
                bob.sendJson(new ClientMessage.Say(text, "r-" + number))
                        .await(RoomEvent.Said.class, said -> said.text().equals(text));
            }
        }
        List<String> latest = IntStream.rangeClosed(21, 520)
                .mapToObj(number -> "message " + number)
                .toList();
        ada.awaitMessage("message 520");
        assertEquals(latest, ada.messages());
        network.cut();
        ada.awaitBrokenConnection();
        network.mend();
        ada.awaitState("online");
        assertEquals(500, ada.messages().size());
    }

    @Test
    void mergesNoticesOfOneMember(TestHttp http, TestSockets sockets) {
        ada.enter(chat.port(), "fickle");
        TestSocket bob = Guest.named("Bob", http, sockets).open("fickle");
        bob.await(RoomEvent.Joined.class);
        ada.awaitNotice("Bob joined").say("hello").awaitMessage("hello");
        for (String name : List.of("Cleo", "Dan", "Eve")) {
            bob.sendJson(new ClientMessage.Rename(name));
        }
        ada.awaitNotice("Bob is Eve now").awaitPeople("Ada", "Eve");
        assertEquals(2, ada.texts("#log .notice").size());
        bob.sendJson(new ClientMessage.Rename("Bob"));
        ada.awaitNotice("Bob is back");
        bob.close();
        ada.awaitNotice("Bob left");
        Guest.named("Zoe", http, sockets).open("fickle").await(RoomEvent.Joined.class);
        ada.awaitNotice("Zoe joined · Bob left").say("so many").awaitMessage("so many");
        assertEquals(2, ada.texts("#log .notice").size());
        assertEquals(List.of("hello", "so many"), ada.messages());
    }

    @Test
    void saysThatMessagesMayBeMissingIfTheHistoryIsGone() throws Exception {
        ada.enter(network.port(), "restart").say("before").awaitMessage("before");
        network.cut();
        ada.awaitBrokenConnection();
        try (RunningApp other = ChatApp.app("--port=0").start()) {
            network.mendTowards(other.port());
            ada.awaitNotice("Some messages in between may be missing")
                    .say("after")
                    .awaitMessage("after");
            assertEquals(List.of("before", "after"), ada.messages());
            network.cut();
            ada.awaitBrokenConnection();
        } finally {
            network.mendTowards(chat.port());
        }
    }
}
