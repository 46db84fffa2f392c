package io.jetalyst.testkit;

import io.jetalyst.codec.MalformedBodyException;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A WebSocket client. It keeps every message that it receives, in order, until the test reads it.
 *
 * <pre>{@code
 * TestSocket ada = sockets.open("/chat/lobby?name=Ada");
 * ada.next(Welcome.class);                        // the next message, which must be a Welcome
 * ada.sendJson(new Say("hi"));
 * Said said = ada.await(Said.class);              // the next Said; skips other messages before it
 * assertEquals(new Closed(1000, ""), ada.close().awaitClose());
 * }</pre>
 *
 * <p>{@link #next} and {@link #await} convert a message to the type that the test asks for: {@link String} for text, {@link ByteBuffer} or
 * {@code byte[]} for binary, and any other type for JSON, which the application's codec reads. A member of a sealed type is written and
 * read as that type, with its discriminator. If Said and Left are members of a sealed Event, {@code await(Said.class)} reads an Event and
 * returns it if it is a Said.
 *
 * <p>Each method waits at most for the {@linkplain TestApp#timeout timeout of the TestApp}. It fails with an {@link AssertionError} that
 * shows all messages received so far. The client answers pings. The methods may be called from any thread; each message is returned once.
 */
public final class TestSocket {
    private final WebSocket socket;
    private final Transcript transcript;
    private final Json json;
    private final Duration limit;

    TestSocket(WebSocket socket, Transcript transcript, Json json, Duration limit) {
        this.socket = socket;
        this.transcript = transcript;
        this.json = json;
        this.limit = limit;
    }

    /** Sends a text message. Returns when the client has written it. */
    public synchronized TestSocket send(String text) {
        return sent("text", () -> socket.sendText(text, true));
    }

    /** Sends the remaining bytes of the buffer as a binary message. Returns when the client has written it. */
    public synchronized TestSocket send(ByteBuffer bytes) {
        return sent("binary", () -> socket.sendBinary(bytes.duplicate(), true));
    }

    /** Sends a binary message. Returns when the client has written it. */
    public TestSocket send(byte[] bytes) {
        return send(ByteBuffer.wrap(bytes));
    }

    /** Sends a value as JSON in a text message, written by the application's codec. Returns when the client has written it. */
    public synchronized TestSocket sendJson(Object value) {
        String text = new String(json.write(value), StandardCharsets.UTF_8);
        return sent(value.getClass().getSimpleName(), () -> socket.sendText(text, true));
    }

    /**
     * Returns the next message.
     *
     * @throws AssertionError if it is not of this type, or none arrives
     */
    public <T> T next(Class<T> type) {
        String wanted = name(type);
        Message message = transcript.take(wanted, limit, deadline());
        return read(message, type)
                .orElseThrow(() -> transcript.failure("message " + transcript.taken() + " is no " + wanted));
    }

    /** Returns the next message of this type. Skips other messages before it; a failure shows them. */
    public <T> T await(Class<T> type) {
        return await(type, ignored -> true);
    }

    /** Returns the next message of this type that the predicate accepts. Skips other messages before it; a failure shows them. */
    public <T> T await(Class<T> type, Predicate<? super T> wanted) {
        long end = deadline();
        while (true) {
            Optional<T> value = read(transcript.take(name(type), limit, end), type);
            if (value.filter(wanted).isPresent()) {
                return value.get();
            }
        }
    }

    /** Waits until the socket is closed, and returns how. Messages received before can still be read. */
    public Closed awaitClose() {
        return transcript.closed(limit);
    }

    /** Closes with 1000 and no reason. Does nothing if the client has sent a close frame already. */
    public TestSocket close() {
        return close(WebSocket.NORMAL_CLOSURE, "");
    }

    /**
     * Sends a close frame; {@link #awaitClose} waits for the answer of the server.
     *
     * @param code 1000, or 3000 to 4999; {@link RawSocket#closeFrame} sends any code
     */
    public synchronized TestSocket close(int code, String reason) {
        if (!socket.isOutputClosed()) {
            try {
                Limited.get(socket.sendClose(code, reason), limit, "the close message was not written");
            } catch (IOException e) {
                boolean crossed = transcript.isOver(); // the client has answered the server's close meanwhile
                if (!crossed) {
                    throw unwritten("close", e);
                }
            }
        }
        return this;
    }

    /** Closes the TCP connection without a close frame. {@link RawSocket#reset} sends a TCP reset. */
    public void abort() {
        transcript.end(new Closed(1006, ""), null);
        socket.abort();
    }

    private TestSocket sent(String what, Supplier<CompletableFuture<WebSocket>> sending) {
        if (transcript.isOver()) { // the client of the JDK takes messages until it has answered the close frame
            throw unwritten(what, new IOException("the socket is closed"));
        }
        try {
            Limited.get(sending.get(), limit, "the " + what + " message was not written");
            return this;
        } catch (IOException e) {
            throw unwritten(what, e);
        }
    }

    private AssertionError unwritten(String what, IOException cause) {
        return transcript.failure("the " + what + " message could not be written: " + cause);
    }

    private long deadline() {
        return System.nanoTime() + limit.toNanos();
    }

    private <T> Optional<T> read(Message message, Class<T> type) {
        try {
            return Optional.of(message.as(type, json)).filter(type::isInstance).map(type::cast);
        } catch (MalformedBodyException other) {
            return Optional.empty();
        }
    }

    private static String name(Class<?> type) {
        return type == String.class
                ? "text"
                : type == ByteBuffer.class || type == byte[].class ? "binary" : type.getSimpleName();
    }
}
