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

/**
 * The client's end of a WebSocket. It keeps all it receives, in order, until the test asks.
 *
 * <pre>{@code
 * TestSocket ada = sockets.open("/chat/lobby?name=Ada");
 * ada.next(Welcome.class);                        // the very next message
 * ada.send(new Say("hi"));
 * Said said = ada.await(Said.class);              // the next of this type; others before it are let pass
 * assertEquals(new Closed(1000, ""), ada.close().awaitClose());
 * }</pre>
 *
 * <p>Messages are values. A {@link String} is a text message, a {@link ByteBuffer} or {@code byte[]} a binary one, and
 * anything else the JSON of a text message, by the application's codec. What belongs to a sealed type is written and
 * read as that type, so its discriminator is there: where Said and Left are the members of a sealed Event,
 * {@code await(Said.class)} reads an Event, and takes it if it is a Said.
 *
 * <p>Waits at most as long as the {@link TestApp} says. What fails is an {@link AssertionError} that shows all messages
 * received. Pings are answered. Threads may share it; each message is given out once.
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

    /** Sends a message, and returns when it is on its way. */
    public synchronized TestSocket send(Object message) {
        if (message instanceof ByteBuffer bytes) {
            sent("binary", socket.sendBinary(bytes.duplicate(), true));
        } else if (message instanceof byte[] bytes) {
            sent("binary", socket.sendBinary(ByteBuffer.wrap(bytes), true));
        } else if (message instanceof String text) {
            sent("text", socket.sendText(text, true));
        } else {
            String text = new String(json.write(message), StandardCharsets.UTF_8);
            sent(message.getClass().getSimpleName(), socket.sendText(text, true));
        }
        return this;
    }

    /** The very next message, which is of this type. */
    public <T> T next(Class<T> type) {
        String wanted = name(type);
        Message message = transcript.take(wanted, limit, deadline());
        return read(message, type)
                .orElseThrow(() -> transcript.failure("message " + transcript.taken() + " is no " + wanted));
    }

    /** The next message of this type; what comes before it is let pass, and shown if the wait fails. */
    public <T> T await(Class<T> type) {
        return await(type, any -> true);
    }

    /**
     * The next message of this type that the test wants; what comes before it is let pass, and shown if the wait
     * fails.
     */
    public <T> T await(Class<T> type, Predicate<? super T> wanted) {
        long end = deadline();
        while (true) {
            Optional<T> value = read(transcript.take(name(type), limit, end), type);
            if (value.filter(wanted).isPresent()) {
                return value.get();
            }
        }
    }

    /** How the socket ended, when it has. Messages that came before can still be read. */
    public Closed awaitClose() {
        return transcript.closed(limit);
    }

    /** Closes with 1000 and no reason. Does nothing if the socket was closed before. */
    public TestSocket close() {
        return close(WebSocket.NORMAL_CLOSURE, "");
    }

    /**
     * Begins to close; {@link #awaitClose} waits for the server's answer.
     *
     * @param code 1000, or 3000 to 4999; {@link RawSocket#closeFrame} sends any
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

    /** Ends the connection without a word, as a broken network would. {@link RawSocket#reset} is ruder. */
    public void abort() {
        transcript.end(new Closed(1006, ""), null);
        socket.abort();
    }

    private void sent(String what, CompletableFuture<WebSocket> sending) {
        try {
            Limited.get(sending, limit, "the " + what + " message was not written");
        } catch (IOException e) {
            throw unwritten(what, e);
        }
    }

    private AssertionError unwritten(String what, IOException why) {
        return transcript.failure("the " + what + " message could not be written, for " + why);
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
