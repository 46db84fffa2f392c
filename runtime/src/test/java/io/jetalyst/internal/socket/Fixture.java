package io.jetalyst.internal.socket;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.http.Request;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sockets over memory, with a clock that stands still until it is turned, and whole numbers for JSON. */
final class Fixture {
    private long nanos = 1_000_000_000;
    static final Codecs CODECS = new Codecs(List.of(new Numbers()));

    final Sockets sockets;
    private SocketOptions options;

    Fixture() {
        this(SocketLimits.DEFAULT);
    }

    Fixture(SocketLimits limits) {
        this(new MemoryHub(), limits);
    }

    Fixture(Hub hub) {
        this(hub, SocketLimits.DEFAULT);
    }

    Fixture(Hub hub, SocketLimits limits) {
        sockets = new Sockets(CODECS, limits, () -> nanos, hub);
        options = SocketOptions.DEFAULT.overflow(limits.overflow());
    }

    /** From now on listeners promise not to block. */
    Fixture nonBlocking() {
        options = options.nonBlocking(true);
        return this;
    }

    static Request request() {
        return Request.builder("GET", "/chat").build();
    }

    /** An open session with these listeners. */
    MemoryWire open(Consumer<WebSocketHandshake> listeners) {
        return new MemoryWire(receiver(listeners));
    }

    /** An open session with these listeners, and others that put its errors and its end on a list. */
    MemoryWire openTelling(List<String> told, Consumer<WebSocketHandshake> listeners) {
        return open(handshake -> {
            listeners.accept(handshake);
            handshake.onError(
                    (session, error) -> told.add("error " + error.getClass().getSimpleName()));
            handshake.onClose((session, status) -> told.add("close " + status.code() + " " + status.cause()));
        });
    }

    /** Our side of a socket with these listeners, which a wire opens. */
    SocketReceiver receiver(Consumer<WebSocketHandshake> listeners) {
        OfferedHandshake handshake = sockets.offer(request(), Optional.empty(), options);
        handshake.isRequested();
        listeners.accept(handshake);
        handshake.seal();
        return handshake.upgrade(List.of()).receiver();
    }

    /** Lets time pass. */
    void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** JSON as far as a test needs it: {@code Integer} and nothing else. */
    private static final class Numbers implements BodyCodec {
        @Override
        public boolean handles(String mediaType) {
            return mediaType.equals("application/json");
        }

        @Override
        @SuppressWarnings("unchecked") // only ever asked for Integer
        public <T> BodyReader<T> reader(Type type) {
            return body -> {
                try {
                    return (T) Integer.valueOf(new String(body, StandardCharsets.UTF_8));
                } catch (NumberFormatException e) {
                    throw new MalformedBodyException("not a number", e);
                }
            };
        }

        @Override
        public <T> BodyWriter<T> writer(Type type) {
            return value -> value.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
