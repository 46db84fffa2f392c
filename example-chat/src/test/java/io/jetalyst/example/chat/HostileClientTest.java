package io.jetalyst.example.chat;

import static io.jetalyst.example.chat.Events.name;
import static io.jetalyst.example.chat.Events.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The socket of a room, spoken to as nobody should. */
class HostileClientTest {
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
    void nobodySpeaksForAnother() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        Object adaSelf = ada.next("welcome").get("self");
        ChatClient bob = chat.connect("/chat/lobby?name=Bob");
        bob.next("welcome");
        bob.send(Map.of("type", "say", "text", "I am Ada", "from", adaSelf, "name", "Ada", "id", "x"));
        Map<String, Object> said = bob.next("said");
        assertEquals("Bob", name(said.get("from")));
        assertNotEquals("x", said.get("id"));
    }

    @Test
    void tellsWhyItRefusesAMessage() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        ada.next("welcome");
        ada.send(Map.of("type", "say", "text", "x".repeat(2001), "ref", "long"));
        Map<String, Object> tooLong = ada.next("error");
        assertEquals("too-long", tooLong.get("code"));
        assertEquals("long", tooLong.get("ref"));
        ada.say(" \n\u200B ");
        assertEquals("empty", ada.next("error").get("code"));
        ada.send("{\"type\":\"say\"}");
        assertEquals("empty", ada.next("error").get("code"));
        ada.send(Map.of("type", "rename", "name", "n".repeat(33)));
        assertEquals("name", ada.next("error").get("code"));
        ada.say("x".repeat(2000));
        assertEquals(2000, String.valueOf(ada.next("said").get("text")).length());
        ada.send("{\"type\":\"ping\"}").next("pong");
    }

    @Test
    void slowsDownWhoIsTooFastAndEndsWhoDoesNotStop() throws Exception {
        ChatClient ada = chat.connect("/chat/lobby?name=Ada");
        ada.next("welcome");
        for (int number = 0; number < 300; number++) {
            try {
                ada.say("flood");
            } catch (CompletionException ended) {
                break;
            }
        }
        Set<Object> outcomes = new HashSet<>();
        assertEquals(1008, ada.closed().code());
        for (int number = 0; number < 100; number++) {
            String event = (String) ada.next();
            outcomes.add(event.contains("\"said\"") ? "said" : event.contains("\"too-fast\"") ? "too-fast" : event);
        }
        assertEquals(Set.of("said", "too-fast"), outcomes);
    }

    @Test
    void endsASessionThatSpeaksNoJson() throws Exception {
        for (String message : List.of("hello", "{\"type\":\"shutdown\"}", "[".repeat(20_000), "null", "{}")) {
            ChatClient client = chat.connect("/chat/lobby");
            client.next("welcome");
            client.send(message);
            assertEquals(1007, client.closed().code(), message);
        }
    }

    @Test
    void endsASessionWhoseMessageIsTooBig() throws Exception {
        ChatClient client = chat.connect("/chat/lobby");
        client.next("welcome");
        client.send("x".repeat(70_000));
        assertEquals(1009, client.closed().code());
    }

    @Test
    void refusesALongNameVisibly() throws Exception {
        ChatClient client = chat.connect("/chat/lobby?name=" + "n".repeat(33));
        assertEquals("A name has at most 32 characters.", client.next("error").get("text"));
        assertEquals(new ChatClient.Closed(1008, "A name has at most 32 characters."), client.closed());
    }

    @Test
    void roomsAndTheirSeatsAreBounded() throws Exception {
        try (RunningChat small = new RunningChat(new Limits(2, 3))) {
            for (String path : List.of("/chat/one", "/chat/one", "/chat/one", "/chat/two")) {
                small.connect(path).next("welcome");
            }
            ChatClient fourth = small.connect("/chat/one");
            assertEquals("room-full", fourth.next("error").get("code"));
            assertEquals(1013, fourth.closed().code());
            ChatClient third = small.connect("/chat/three");
            assertEquals("too-many-rooms", third.next("error").get("code"));
            assertEquals(1013, third.closed().code());
        }
    }

    @Test
    void aWelcomeFitsHoweverLongTheMessages() throws Exception {
        int number = 100;
        for (ChatClient client : List.of(enter("Ada"), enter("Bob"))) {
            for (int more = 0; more < 15; more++) {
                client.sayAndHear(++number + "漢".repeat(1997));
            }
        }
        assertEquals(24, texts(chat.connect("/chat/lobby").next("welcome")).size());
    }

    @Test
    void refusesForeignPagesAndImpossibleRooms() {
        assertEquals(403, refusal("/chat/lobby", "Origin", "https://evil.example"));
        assertEquals(403, refusal("/echo", "Origin", "null"));
        assertEquals(404, refusal("/chat/Lobby", "X-None", "0"));
        assertEquals(404, refusal("/chat/" + "r".repeat(65), "X-None", "0"));
        WebSocket own = chat.http()
                .newWebSocketBuilder()
                .header("Origin", "http://" + chat.uri().getAuthority())
                .buildAsync(socketUri("/chat/lobby"), new WebSocket.Listener() {})
                .join();
        assertFalse(own.isInputClosed());
        own.abort();
    }

    private ChatClient enter(String name) throws InterruptedException {
        ChatClient client = chat.connect("/chat/lobby?name=" + name);
        client.next("welcome");
        return client;
    }

    private int refusal(String path, String header, String value) {
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> chat.http()
                        .newWebSocketBuilder()
                        .header(header, value)
                        .buildAsync(socketUri(path), new WebSocket.Listener() {})
                        .join());
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    private URI socketUri(String path) {
        return URI.create("ws://" + chat.uri().getAuthority() + path);
    }
}
