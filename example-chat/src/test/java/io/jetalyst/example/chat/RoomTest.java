package io.jetalyst.example.chat;

import static io.jetalyst.example.chat.Events.name;
import static io.jetalyst.example.chat.Events.names;
import static io.jetalyst.example.chat.Events.texts;
import static io.jetalyst.example.chat.Events.who;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The socket of a room, spoken to as a browser does. */
class RoomTest {
    private RunningChat chat;

    @BeforeEach
    void start() {
        chat = new RunningChat();
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    @Test
    void tellsWhoIsThereAndWhatIsSaid() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        Map<String, Object> welcome = ada.next("welcome");
        assertEquals("lobby", welcome.get("room"));
        assertEquals(List.of(welcome.get("self")), welcome.get("members"));
        assertEquals(List.of(), welcome.get("history"));

        ChatClient bob = chat.connect("/chat/lobby?name=Bob");
        assertEquals(List.of("Ada", "Bob"), names(bob.next("welcome")));
        assertEquals("Bob", who(ada.next("joined")));

        bob.send(Map.of("type", "say", "text", "Hello <b>Ada</b>\n👋", "ref", "r-1"));
        for (ChatClient client : List.of(ada, bob)) {
            Map<String, Object> said = client.next("said");
            assertEquals("Hello <b>Ada</b>\n👋", said.get("text"));
            assertEquals("Bob", name(said.get("from")));
            assertEquals("r-1", said.get("ref"));
        }

        bob.close();
        assertEquals("Bob", who(ada.next("left")));
    }

    @Test
    void tellsNewcomersTheLastFiftyMessages() throws Exception {
        int number = 0;
        for (ChatClient client : List.of(enter("Ada"), enter("Bob"), enter("Cleo"))) {
            for (int more = 0; more < 20; more++) {
                client.sayAndHear("message " + ++number);
            }
        }
        List<String> texts = texts(chat.connect("/chat/lobby").next("welcome"));
        assertEquals(50, texts.size());
        assertEquals("message 11", texts.get(0));
        assertEquals("message 60", texts.get(49));
    }

    @Test
    void givesEachMemberANameOfItsOwn() throws Exception {
        chat.connect("/chat/lobby?name=Ada").next("welcome");
        assertEquals(
                "ada 2",
                name(chat.connect("/chat/lobby?name=ada").next("welcome").get("self")));
        assertEquals("guest", name(chat.connect("/chat/lobby").next("welcome").get("self")));
        assertEquals(
                "Ada", name(chat.connect("/chat/other?name=Ada").next("welcome").get("self")));
    }

    @Test
    void letsAMemberTakeAnotherName() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        ChatClient bob = chat.connect("/chat/lobby?name=Bob");
        ada.next("welcome");
        ada.next("joined");
        bob.next("welcome");
        bob.send(Map.of("type", "rename", "name", "ADA"));
        for (ChatClient client : List.of(ada, bob)) {
            Map<String, Object> renamed = client.next("renamed");
            assertEquals("Bob", renamed.get("was"));
            assertEquals("ADA 2", who(renamed));
        }
    }

    @Test
    void whoComesBackIsTheSameMember() throws Exception {
        String path = "/chat/lobby?name=Ada&token=" + UUID.randomUUID();
        ChatClient ada = chat.connect(path);
        Object self = ada.next("welcome").get("self");
        ChatClient bob = chat.connect("/chat/lobby?name=Bob");
        bob.next("welcome");

        ChatClient back = chat.connect(path); // before the server knows that the first connection is gone
        Map<String, Object> welcome = back.next("welcome");
        assertEquals(self, welcome.get("self"));
        assertEquals(List.of("Ada", "Bob"), names(welcome));
        ada.close();
        ada.closed();
        back.say("still here");
        assertEquals(self, bob.next("said").get("from"));
        back.close();
        assertEquals(self, bob.next("left").get("who"));
    }

    @Test
    void aMessageSentAgainIsSaidOnce() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        ada.next("welcome");
        Map<String, String> message = Map.of("type", "say", "text", "once", "ref", "r-1");
        ada.send(message).send(message).say("other");
        Object id = ada.next("said").get("id");
        assertEquals(id, ada.next("said").get("id"), "the second is only confirmed");
        assertEquals("other", ada.next("said").get("text"));
        assertEquals(List.of("once", "other"), texts(chat.connect("/chat/lobby").next("welcome")));
    }

    @Test
    void emptyRoomsVanish() throws Exception {
        try (RunningChat small = new RunningChat(new Limits(1, 1))) {
            ChatClient ada = small.connect("/chat/lobby?name=Ada");
            ada.next("welcome");
            ada.say("remember me").next("said");
            ada.close();
            ChatClient other = enterAtLast(small, "/chat/other");
            other.close();
            enterAtLast(small, "/chat/lobby").close();
        }
    }

    private ChatClient enter(String name) throws InterruptedException {
        ChatClient client = chat.connect("/chat/lobby?name=" + name);
        client.next("welcome");
        return client;
    }

    /** Tries until the server has noticed that another session has ended. */
    private static ChatClient enterAtLast(RunningChat chat, String path) throws InterruptedException {
        for (long end = System.nanoTime() + 10_000_000_000L; System.nanoTime() < end; ) {
            ChatClient client = chat.connect(path);
            String event = (String) client.next();
            if (event.contains("\"welcome\"")) {
                return client;
            }
            client.closed();
        }
        return fail("the server still refuses " + path);
    }
}
