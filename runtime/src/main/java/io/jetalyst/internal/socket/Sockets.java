package io.jetalyst.internal.socket;

import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.http.Request;
import io.jetalyst.internal.failure.RequestLanguages;
import io.jetalyst.internal.handshake.MessageReaders;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.outbox.StageCompleter;
import io.jetalyst.internal.protocol.ZlibPool;
import io.jetalyst.internal.session.BackPressure;
import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.Endpoint;
import io.jetalyst.internal.session.Receiver;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.internal.session.SessionServices;
import io.jetalyst.internal.topic.LocalTopics;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The WebSockets of one application: handshakes, open sessions, topics, and the timer that checks the sessions. */
public final class Sockets {
    /** How many topics may exist at one time, unless a setting says otherwise. */
    public static final int MAX_TOPICS = 10_000;

    private final SocketLimits limits;
    /** The limits of endpoints: the sessions of one endpoint share them. */
    private final Map<SocketOptions, SocketLimits> endpoints = new ConcurrentHashMap<>();

    private final Codecs codecs;
    private final MessageReaders messages;
    private final SocketTimer timer;
    private final LocalTopics topics;
    private final SessionServices services;
    private final SessionHost host = new Host();
    private final OpenSessions connections = new OpenSessions();
    private final Observers observers;
    private final String idPrefix = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36) + '-';
    private final AtomicLong lastId = new AtomicLong();
    /** Handshakes that are being answered. */
    private final AtomicInteger pendingHandshakes = new AtomicInteger();

    private final SocketShutdown shutdown;

    /**
     * @param hub connects the topics of several processes; the caller closes it after the sockets
     * @param maxTopics how many topics may exist at one time
     */
    public Sockets(Codecs codecs, SocketLimits limits, Hub hub, int maxTopics) {
        this(withoutValidator(codecs), codecs, limits, hub, maxTopics, new Rejections(), Observers.NONE);
    }

    /**
     * @param messages creates the readers of messages
     * @param rejections counts the messages that do not fit into memory
     * @param observers are notified of each socket that has ended
     */
    public Sockets(
            MessageReaders messages,
            Codecs codecs,
            SocketLimits limits,
            Hub hub,
            int maxTopics,
            Rejections rejections,
            Observers observers) {
        this(
                messages,
                codecs,
                limits,
                hub,
                maxTopics,
                rejections,
                observers,
                new SocketTimer(limits),
                new StageCompleter());
    }

    Sockets(Codecs codecs, SocketLimits limits, Hub hub, int maxTopics, SocketTimer timer, StageCompleter completer) {
        this(
                withoutValidator(codecs),
                codecs,
                limits,
                hub,
                maxTopics,
                new Rejections(),
                Observers.NONE,
                timer,
                completer);
    }

    private Sockets(
            MessageReaders messages,
            Codecs codecs,
            SocketLimits limits,
            Hub hub,
            int maxTopics,
            Rejections rejections,
            Observers observers,
            SocketTimer timer,
            StageCompleter completer) {
        this.codecs = codecs;
        this.messages = messages;
        this.observers = observers;
        this.limits = limits;
        this.timer = timer;
        this.shutdown = new SocketShutdown(connections, pendingHandshakes::get, timer);
        this.topics = new LocalTopics(codecs, hub, maxTopics);
        MemoryBudget messageBytes = MemoryBudget.ofHeap(4, () -> rejections.add(ServerLimit.MESSAGE_MEMORY));
        this.services = new SessionServices(codecs, new ZlibPool(), messageBytes, completer, new BackPressure());
    }

    private static MessageReaders withoutValidator(Codecs codecs) {
        return new MessageReaders(codecs, null, false, RequestLanguages.OF_CLIENT);
    }

    /** As the method below, for a socket that is bound to nothing. */
    public PendingHandshake handshake(
            Request request, Optional<String> subprotocol, SocketOptions options, String route) {
        return handshake(request, subprotocol, options, route, UnaryOperator.identity());
    }

    /**
     * The endpoint's view of a handshake that passed all checks.
     *
     * @param route the template of the endpoint's path
     * @param binding makes the host of the socket from that of all sockets, when the handshake is answered
     */
    public PendingHandshake handshake(
            Request request,
            Optional<String> subprotocol,
            SocketOptions options,
            String route,
            UnaryOperator<SessionHost> binding) {
        Request snapshot = request.snapshot();
        return PendingHandshake.requested(
                snapshot,
                new PendingHandshake.Offer(
                        subprotocol,
                        options,
                        limits(options),
                        messages,
                        endpoint -> receiver(snapshot, route, endpoint, binding)));
    }

    private SocketReceiver receiver(
            Request request, String route, Endpoint endpoint, UnaryOperator<SessionHost> binding) {
        SessionHost own =
                observers.isEmpty() ? host : new ObservedHost(host, observers, request, request.basePath() + route);
        SocketReceiver receiver = new Receiver(request, endpoint, binding.apply(own), services);
        host.handshakeStarted();
        return receiver;
    }

    /** The endpoint's view of a request that is no handshake. */
    public WebSocketHandshake plainRequest(Request request) {
        return PendingHandshake.plainRequest(request);
    }

    /**
     * The limits of an endpoint.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public SocketLimits limits(SocketOptions options) {
        return endpoints.computeIfAbsent(options, limits::with);
    }

    /** The codecs of the application. */
    public Codecs codecs() {
        return codecs;
    }

    public LocalTopics topics() {
        return topics;
    }

    public OpenSessions sessions() {
        return connections;
    }

    /** How many sessions are open, are about to be opened, or wait for their {@code onClose}. */
    public int open() {
        return connections.size() + pendingHandshakes.get();
    }

    /** Whether the application shuts down: handshakes are to be rejected with 503. */
    public boolean closing() {
        return shutdown.hasBegun();
    }

    /**
     * Closes every session with 1012 after what was sent to it, and waits until all are closed. More than a few sessions are closed in waves
     * over three quarters of the grace period. Sessions that are still open at its end are disconnected, and their listeners interrupted.
     * Topics can be used until the hub is closed.
     */
    public void close(Duration grace) {
        shutdown.run(grace);
        services.zlib().close();
    }

    /** Makes {@link #close} close all sessions now, and wait for them only for a moment. */
    public void hurry() {
        shutdown.hurry();
    }

    /** Lets every session check its timeouts. */
    void tick() {
        connections.forEach(connection -> connection.tick(timer::execute));
    }

    private final class Host implements SessionHost {
        @Override
        public String nextId() {
            return idPrefix + lastId.incrementAndGet();
        }

        @Override
        public long now() {
            return timer.nanoTime();
        }

        @Override
        public void tickLater(Connection connection, long nanos) {
            timer.schedule(nanos, () -> connection.tick(timer::execute));
        }

        @Override
        public void handshakeStarted() {
            pendingHandshakes.incrementAndGet();
        }

        @Override
        public void handshakeFailed() {
            pendingHandshakes.decrementAndGet();
            shutdown.changed();
        }

        @Override
        public void opened(Connection connection) {
            connections.add(connection);
            pendingHandshakes.decrementAndGet();
            shutdown.changed();
            timer.start(Sockets.this::tick);
            shutdown.opened(connection);
        }

        @Override
        public void closed(Connection connection) {
            connections.remove(connection);
            shutdown.changed();
        }
    }
}
