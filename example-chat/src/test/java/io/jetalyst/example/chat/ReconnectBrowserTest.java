package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network of Bob breaks, and he connects again, while Ada stays in the room. */
class ReconnectBrowserTest extends ChatOfTwo {
    @Test
    void showsMissedMessagesAfterReconnecting() throws Exception {
        ada.enter(chat.port(), "tea-kitchen");
        bob.enter(network.port(), "tea-kitchen");
        ada.say("before");
        bob.awaitMessage("before");

        network.cut();
        bob.awaitBrokenConnection();
        ada.awaitNotice("Bob left").awaitPeople("Ada");
        ada.say("while Bob is away").awaitMessage("while Bob is away");
        bob.say("written without a connection");
        bob.until(
                "the message is kept and marked",
                page -> page.waiting().stream()
                        .anyMatch(text -> text.contains("written without a connection") && text.contains("Waiting")));
        assertEquals(List.of("before"), bob.messages());
        bob.colours("light").screenshot("reconnecting").phone(320, 568);
        assertEquals(
                true,
                bob.run(
                        "const status = document.getElementById('status'); return status.scrollWidth <= status.clientWidth"),
                "the whole text is shown");
        bob.screenshot("reconnecting-phone").desktop();

        network.mend();
        bob.awaitState("online").awaitMessage("written without a connection");
        ada.awaitMessage("written without a connection").awaitPeople("Ada", "Bob");
        List<String> all = List.of("before", "while Bob is away", "written without a connection");
        assertEquals(all, bob.messages());
        assertEquals(all, ada.messages());
        assertEquals(List.of(), bob.waiting());
        assertEquals(List.of("written without a connection"), bob.ownMessages());
        assertFalse(bob.hasNotice("Some messages in between may be missing"));
    }

    @Test
    void showsAGapIfMoreMessagesWereMissedThanTheHistoryHas(TestHttp http, TestSockets sockets) throws Exception {
        ada.enter(chat.port(), "gap").say("before");
        bob.enter(network.port(), "gap").awaitMessage("before");
        network.cut();
        bob.awaitBrokenConnection();
        for (String name : List.of("Cleo", "Dan", "Eve")) {
            TestSocket socket = Guest.named(name, http, sockets).open("gap");
            for (int number = 1; number <= 20; number++) {
                String text = name + " " + number;
                socket.sendJson(new ClientMessage.Say(text, "r-" + number))
                        .await(RoomEvent.Said.class, said -> said.text().equals(text));
            }
        }
        network.mend();
        bob.awaitNotice("Some messages in between may be missing").awaitMessage("Eve 20");
        assertEquals(51, bob.messages().size());
        assertEquals(
                1L,
                bob.texts("#log .notice").stream()
                        .filter(text -> text.startsWith("Some messages"))
                        .count());
    }

    @Test
    void showsThatAMemberIsBack() throws Exception {
        ada.enter(chat.port(), "back");
        bob.enter(network.port(), "back");
        ada.awaitNotice("Bob joined").say("hello").awaitMessage("hello");
        network.cut();
        ada.awaitNotice("Bob left").awaitPeople("Ada");
        network.mend();
        ada.awaitNotice("Bob is back").awaitPeople("Ada", "Bob");
        assertFalse(ada.hasNotice("Bob left"));
    }
}
