package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A running engine without an application: requests with an Upgrade header become sockets, others meet a handler. */
final class TestServer implements AutoCloseable {
    private final Sockets sockets;
    private final RunningEngine running;

    private TestServer(Sockets sockets, ExchangeHandler handler) throws IOException {
        this(sockets, UnaryOperator.identity(), handler);
    }

    private TestServer(Sockets sockets, UnaryOperator<EngineOptions> options, ExchangeHandler handler)
            throws IOException {
        this.sockets = sockets;
        this.running = new JettyEngine().start(options.apply(EngineOptions.of(Listener.http("127.0.0.1", 0))), handler);
    }

    /** Answers every request with the handler. */
    static TestServer http(ExchangeHandler handler) throws IOException {
        return new TestServer(sockets(SocketLimits.DEFAULT), handler);
    }

    /** Answers every request with the handler, within these limits. */
    static TestServer http(UnaryOperator<EngineOptions> options, ExchangeHandler handler) throws IOException {
        return new TestServer(sockets(SocketLimits.DEFAULT), options, handler);
    }

    /** Answers every request on these addresses with the handler. */
    static TestServer http(List<Listener> listeners, ExchangeHandler handler) throws IOException {
        return new TestServer(sockets(SocketLimits.DEFAULT), any -> EngineOptions.of(listeners), handler);
    }

    /** Lets every handshake in, with these listeners. */
    static TestServer sockets(Consumer<WebSocketHandshake> listeners) throws IOException {
        return sockets(SocketLimits.DEFAULT, listeners);
    }

    /** The same, with an engine of these options. */
    static TestServer sockets(UnaryOperator<EngineOptions> engine, Consumer<WebSocketHandshake> listeners)
            throws IOException {
        Sockets sockets = sockets(SocketLimits.DEFAULT);
        return new TestServer(
                sockets, engine, exchange -> upgrade(sockets, SocketOptions.DEFAULT, exchange, listeners));
    }

    static TestServer sockets(SocketLimits limits, Consumer<WebSocketHandshake> listeners) throws IOException {
        return sockets(limits, SocketOptions.DEFAULT.overflow(limits.queue().overflow()), listeners);
    }

    static TestServer sockets(SocketLimits limits, SocketOptions options, Consumer<WebSocketHandshake> listeners)
            throws IOException {
        Sockets sockets = sockets(limits);
        return new TestServer(sockets, exchange -> upgrade(sockets, options, exchange, listeners));
    }

    private static Sockets sockets(SocketLimits limits) {
        return new Sockets(new Codecs(List.of()), limits, new MemoryHub(), Sockets.MAX_TOPICS);
    }

    private static void upgrade(
            Sockets sockets, SocketOptions options, Exchange exchange, Consumer<WebSocketHandshake> listeners) {
        if (exchange.upgradeSupport() == Exchange.UpgradeSupport.NONE
                || exchange.request().header("Upgrade").isEmpty()) {
            exchange.respond(Response.of(Status.UPGRADE_REQUIRED));
            return;
        }
        Optional<String> subprotocol = exchange.request().header("Sec-WebSocket-Protocol");
        PendingHandshake handshake = sockets.handshake(exchange.request(), subprotocol, options, "/");
        handshake.isRequested();
        listeners.accept(handshake);
        handshake.seal();
        exchange.upgrade(handshake.upgrade(List.of(new HeaderField("X-Greeting", "hello"))));
    }

    /** Starts an engine with this listener, which cannot listen, and returns the cause. */
    static Throwable causeOfFailure(Listener listener) {
        ListenException failure = assertThrows(
                ListenException.class,
                () -> new JettyEngine()
                        .start(EngineOptions.of(Listener.http("127.0.0.1", 0), listener), exchange -> {}));
        assertEquals(listener, failure.listener());
        return failure.getCause();
    }

    int port() {
        return running.port();
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    Sockets sockets() {
        return sockets;
    }

    RunningEngine engine() {
        return running;
    }

    @Override
    public void close() {
        sockets.close(Duration.ofSeconds(2));
        running.stop(Duration.ofSeconds(5));
    }
}
