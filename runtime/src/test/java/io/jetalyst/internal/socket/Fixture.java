package io.jetalyst.internal.socket;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.http.Request;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.outbox.StageCompleter;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sockets in memory, with a clock that only the test advances, and whole numbers as JSON. */
public final class Fixture {
    private long nanos = 1_000_000_000;
    public static final Codecs CODECS = new Codecs(List.of(new Numbers()));

    public final Sockets sockets;
    private SocketOptions options;

    public Fixture() {
        this(SocketLimits.DEFAULT);
    }

    public Fixture(SocketLimits limits) {
        this(new MemoryHub(), limits);
    }

    public Fixture(Hub hub) {
        this(hub, SocketLimits.DEFAULT);
    }

    public Fixture(Hub hub, SocketLimits limits) {
        sockets = sockets(limits, hub, () -> nanos);
        options = SocketOptions.DEFAULT.overflow(limits.queue().overflow());
    }

    /** Sockets with the default limits and a hub in memory. */
    public static Sockets sockets() {
        return new Sockets(new Codecs(List.of()), SocketLimits.DEFAULT, new MemoryHub(), Sockets.MAX_TOPICS);
    }

    /** Sockets that complete stages on the calling thread and never tick by themselves. */
    public static Sockets sockets(SocketLimits limits, Hub hub, LongSupplier nanoTime) {
        SocketTimer timer = new SocketTimer(limits, nanoTime);
        timer.stopTicking();
        return new Sockets(CODECS, limits, hub, Sockets.MAX_TOPICS, timer, new StageCompleter(Runnable::run));
    }

    /** Lets every session check its timeouts. */
    public void tick() {
        sockets.tick();
    }

    /** From now on listeners promise not to block. */
    public Fixture nonBlocking() {
        options = options.nonBlocking(true);
        return this;
    }

    public static Request request() {
        return Request.builder("GET", "/chat").build();
    }

    /** An open session with these listeners. */
    public MemoryWire open(Consumer<WebSocketHandshake> listeners) {
        return new MemoryWire(receiver(listeners));
    }

    /** An open session with these listeners, and others that put its errors and its end on a list. */
    public MemoryWire openTelling(List<String> told, Consumer<WebSocketHandshake> listeners) {
        return open(handshake -> {
            listeners.accept(handshake);
            handshake.onError(
                    (session, error) -> told.add("error " + error.getClass().getSimpleName()));
            handshake.onClose((session, status) -> told.add("close " + status.code() + " " + status.cause()));
        });
    }

    /** Our side of a socket with these listeners, which a wire opens. */
    public SocketReceiver receiver(Consumer<WebSocketHandshake> listeners) {
        PendingHandshake handshake = sockets.handshake(request(), Optional.empty(), options, "/");
        handshake.isRequested();
        listeners.accept(handshake);
        handshake.seal();
        return handshake.upgrade(List.of()).receiver();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
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
                    throw new MalformedBodyException("is not a number", e);
                }
            };
        }

        @Override
        public <T> BodyWriter<T> writer(Type type) {
            return value -> value.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
