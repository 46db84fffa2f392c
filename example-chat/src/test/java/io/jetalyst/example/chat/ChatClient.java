package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that keeps what it hears until a test asks for it. */
final class ChatClient implements WebSocket.Listener, AutoCloseable {
    private static final int SECONDS = 10;
    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.instance().type(Object.class).map();

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private ChatClient(HttpClient http, URI uri) {
        this.socket = http.newWebSocketBuilder()
                .buildAsync(uri, this)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** @param path with the query */
    static ChatClient open(HttpClient http, URI application, String path) {
        return new ChatClient(http, URI.create("ws://" + application.getAuthority() + path));
    }

    ChatClient say(String said) {
        return send(Map.of("type", "say", "text", said));
    }

    /** Says it and waits until it comes back; what others do is let pass. */
    void sayAndHear(String said) throws InterruptedException {
        say(said);
        String event;
        do {
            event = (String) next();
            assertFalse(event.contains("\"error\""), event);
        } while (!event.contains(said));
    }

    ChatClient send(Map<String, ?> message) {
        return send(Jsonb.instance().toJson(message));
    }

    ChatClient send(String message) {
        socket.sendText(message, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    ChatClient send(ByteBuffer message) {
        socket.sendBinary(message, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    /** The next thing heard: text as a String, binary as a ByteBuffer. */
    Object next() throws InterruptedException {
        Object message = heard.poll(SECONDS, TimeUnit.SECONDS);
        return message != null ? message : fail("nothing was heard for " + SECONDS + " s");
    }

    /** The next event, which is of this type. */
    Map<String, Object> next(String type) throws InterruptedException {
        Map<String, Object> event = OBJECT.fromJson((String) next());
        assertEquals(type, event.get("type"), event::toString);
        return event;
    }

    Closed closed() {
        return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** Breaks the connection without a word. */
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            assertTrue(heard.add(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        assertTrue(last, "the tests send small messages only");
        assertTrue(heard.add(ByteBuffer.allocate(data.remaining()).put(data).flip()));
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    record Closed(int code, String reason) {}
}
