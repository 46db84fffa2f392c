package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The page keeps and sends the user's messages: on a broken connection, after a reload, and if there are very many. */
class OutboxBrowserTest extends OneBrowser {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    private static RunningApp chat;

    @BeforeAll
    static void start(RunningApp running) {
        chat = running;
    }

    @Test
    void keepsADraftAcrossAReload() {
        ada.enter(chat.port(), "draft").type("half a sent");
        ada.reload().enter();
        assertEquals("half a sent", draft());
        ada.type("ence" + Keys.ENTER).awaitMessage("half a sentence");
        ada.reload().enter();
        assertEquals("", draft());
    }

    @Test
    void forgetsDraftsAfterAWeek() {
        ada.enter(chat.port(), "old").run("""
                localStorage.setItem('jetalyst.drafts', JSON.stringify([
                    {room: 'old', text: 'of last month', at: Date.now() - 30 * 86_400_000},
                    {room: 'young', text: 'of yesterday', at: Date.now() - 86_400_000},
                    'damaged', {room: 'x'}]))""");
        ada.reload().enter();
        assertEquals("", draft());
        ada.enter(chat.port(), "young");
        assertEquals("of yesterday", draft());
        ada.type("!");
        assertEquals(1L, ada.run("return JSON.parse(localStorage.getItem('jetalyst.drafts')).length"));
    }

    @Test
    void keepsUnsentMessagesAcrossAReload(TestHttp http, TestSockets sockets) {
        Guest.named("Bob", http, sockets)
                .open("unsent")
                .await(RoomEvent.Joined.class); // keeps the room, and with it the history
        ada.enter(chat.port(), "unsent").say("sent").awaitMessage("sent");
        ada.run("WebSocket.prototype.send = () => {}"); // the network takes messages, and delivers none
        ada.say("unsent one").say("unsent two");
        ada.reload().awaitMessage("unsent one").awaitMessage("unsent two");
        assertEquals(List.of("sent", "unsent one", "unsent two"), ada.messages());
        assertEquals(List.of(), ada.waiting());
        ada.reload().awaitMessage("unsent two");
        assertEquals(List.of("sent", "unsent one", "unsent two"), ada.messages());
    }

    @Test
    void keepsARefusedMessageAcrossAReload() {
        ada.enter(chat.port(), "refused");
        // The page would not send a message that is too long, so this one becomes so on its way.
        ada.run("""
                const send = WebSocket.prototype.send;
                WebSocket.prototype.send = function(data) {
                    send.call(this, data.replace('long', 'l' + 'o'.repeat(2100) + 'ng'));
                };""");
        ada.say("long")
                .until(
                        "the refusal",
                        page -> refusals().stream()
                                .anyMatch(text -> text.contains("A message has at most 2,000 characters.")));
        ada.reload().enter();
        assertTrue(
                refusals().get(0).contains("A message has at most 2,000 characters."),
                refusals().toString());
        ada.click("#outbox .state button:last-child");
        assertEquals(List.of(), refusals());
    }

    @Test
    void saysThatAPastedTextIsTooLong() throws IOException {
        ada.enter(chat.port(), "paste").paste("p".repeat(3000));
        assertEquals(3000, draft().length());
        assertEquals(
                List.of("1,000 characters too long. Shorten the message, or send it in parts."), ada.texts("#hint"));
        ada.press(Keys.ENTER).screenshot("too-long");
        assertEquals(3000, draft().length());
        assertEquals(List.of(), ada.waiting());
        ada.run("const text = document.getElementById('text'); text.value = text.value.slice(0, 2000);"
                + "text.dispatchEvent(new Event('input'))");
        ada.press(Keys.ENTER).awaitMessage("p".repeat(2000));
    }

    @Test
    void saysThatANameIsTooLong() {
        ada.enter(chat.port(), "paste").click("#me").press(Keys.chord(Keys.CONTROL, "a"));
        ada.paste("n".repeat(40)).press(Keys.ENTER);
        assertEquals(true, ada.run("return document.getElementById('name-dialog').open"));
        assertEquals(List.of("A name has at most 32 characters."), ada.texts("#name-problem"));
        ada.press(Keys.ESCAPE);
    }

    @Test
    void sendsTwoHundredMessagesThatAreWrittenInNoTime(TestHttp http, TestSockets sockets) {
        TestSocket bob = Guest.named("Bob", http, sockets).open("many");
        bob.await(RoomEvent.Joined.class);
        ada.enter(chat.port(), "many");
        ada.run("""
                const text = document.getElementById('text');
                for (let number = 1; number <= 200; number++) {
                    text.value = 'message ' + number;
                    document.getElementById('composer').requestSubmit();
                }""");
        for (int number = 1; number <= 200; number++) {
            assertEquals("message " + number, bob.await(RoomEvent.Said.class).text());
        }
        ada.awaitMessage("message 200");
        assertEquals("online", ada.state());
        assertEquals(
                IntStream.rangeClosed(1, 200)
                        .mapToObj(number -> "message " + number)
                        .toList(),
                ada.messages());
        assertEquals(List.of(), ada.waiting());
    }

    private static String draft() {
        return String.valueOf(ada.run("return document.getElementById('text').value"));
    }

    private static List<String> refusals() {
        return ada.texts("#outbox .failed");
    }
}
