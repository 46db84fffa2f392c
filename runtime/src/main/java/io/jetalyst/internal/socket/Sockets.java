package io.jetalyst.internal.socket;

import io.jetalyst.codec.Codecs;
import io.jetalyst.http.Request;
import io.jetalyst.internal.protocol.ZlibPool;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The WebSockets of one application: handshakes, open sessions, topics, and the clock that watches over them. */
public final class Sockets {
    private static final int MAX_TOPICS = 10_000;
    /** How long those who are cut off at last may take to hear of it. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    private final Codecs codecs;
    private final SocketLimits limits;
    /** The limits of endpoints: sockets of one endpoint share them. */
    private final Map<SocketOptions, SocketLimits> endpoints = new ConcurrentHashMap<>();

    private final LongSupplier nanoTime;
    private final LocalTopics topics;
    private final ZlibPool zlib = new ZlibPool();
    private final MemoryBudget unfinished = MemoryBudget.ofHeap(4);
    private final SocketClock clock;
    private final Stages stages;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final String idPrefix = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36) + '-';
    private final AtomicLong lastId = new AtomicLong();
    /** Handshakes that are being answered. */
    private final AtomicInteger beginning = new AtomicInteger();

    private volatile boolean closing;

    /** Sockets with the limits that applications get. */
    public Sockets(Codecs codecs) {
        this(codecs, SocketLimits.DEFAULT);
    }

    public Sockets(Codecs codecs, SocketLimits limits) {
        this(codecs, limits, new MemoryHub(), MAX_TOPICS);
    }

    /**
     * @param hub carries the topics; closed with the sockets
     * @param maxTopics how many topics may be in use at one time
     */
    public Sockets(Codecs codecs, SocketLimits limits, Hub hub, int maxTopics) {
        this(
                codecs,
                limits,
                System::nanoTime,
                new SocketClock(limits),
                new LocalTopics(codecs, hub, maxTopics),
                new Stages());
    }

    /** For tests that turn the clock and call {@link #tick} themselves, in one thread. */
    Sockets(Codecs codecs, SocketLimits limits, LongSupplier nanoTime) {
        this(codecs, limits, nanoTime, new MemoryHub());
    }

    /** As that, with topics shared by several. */
    Sockets(Codecs codecs, SocketLimits limits, LongSupplier nanoTime, Hub hub) {
        this(
                codecs,
                limits,
                nanoTime,
                new SocketClock(limits),
                new LocalTopics(codecs, hub, MAX_TOPICS),
                new Stages(Runnable::run));
        clock.stand();
    }

    private Sockets(
            Codecs codecs,
            SocketLimits limits,
            LongSupplier nanoTime,
            SocketClock clock,
            LocalTopics topics,
            Stages stages) {
        this.codecs = codecs;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.topics = topics;
        this.clock = clock;
        this.stages = stages;
    }

    /** A handshake that was checked and can be taken. */
    public OfferedHandshake offer(Request request, Optional<String> subprotocol, SocketOptions options) {
        return new OfferedHandshake(request.snapshot(), subprotocol, options, this);
    }

    /**
     * The limits of an endpoint.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public SocketLimits limits(SocketOptions options) {
        return endpoints.computeIfAbsent(options, limits::with);
    }

    /** What an endpoint sees of a request that is no handshake. */
    public WebSocketHandshake notOffered(Request request) {
        return new RefusedHandshake(request);
    }

    public Topics topics() {
        return topics;
    }

    /** How many sessions are open, or not yet told that they are over. */
    public int open() {
        return connections.size();
    }

    /** Whether the application stops: handshakes are to be refused with 503. */
    public boolean closing() {
        return closing;
    }

    /**
     * Closes every session with 1001 after what was sent to it, waits until all are over, and cuts off those that are not when the
     * grace is, whatever their listeners wait for, and interrupts these. Then the hub is closed.
     */
    public void close(Duration grace) {
        closing = true;
        long deadline = System.nanoTime() + grace.toNanos();
        await(() -> beginning.get() == 0, System.nanoTime() + Math.min(LAST_WAIT.toNanos(), grace.toNanos() / 4));
        connections.forEach(connection -> connection.session().subscriptions().endSilently());
        connections.forEach(this::shutDown);
        await(connections::isEmpty, deadline - Math.min(LAST_WAIT.toNanos(), grace.toNanos() / 4));
        connections.forEach(connection -> clock.execute(connection::giveUp));
        await(connections::isEmpty, System.nanoTime() + LAST_WAIT.toNanos());
        clock.stop();
        topics.close();
        zlib.close();
    }

    /** Lets every session look at the clock. */
    void tick() {
        connections.forEach(connection -> connection.tick(clock::execute));
    }

    /** Lets a session look at the clock once more, in so many nanoseconds. */
    void later(Connection connection, long nanos) {
        clock.later(nanos, () -> connection.tick(clock::execute));
    }

    /** A handshake is about to be answered; either {@link #add} follows, or {@link #neverOpens}. */
    void begins() {
        beginning.incrementAndGet();
    }

    void neverOpens() {
        beginning.decrementAndGet();
        changed();
    }

    void add(Connection connection) {
        connections.add(connection);
        beginning.decrementAndGet();
        changed();
        clock.start(this::tick);
        if (closing) {
            shutDown(connection);
        }
    }

    void remove(Connection connection) {
        connections.remove(connection);
        changed();
    }

    private void changed() {
        if (closing) {
            synchronized (connections) {
                connections.notifyAll();
            }
        }
    }

    private void shutDown(Connection connection) {
        connection.end(new CloseStatus(CloseStatus.GOING_AWAY, "the server stops", Cause.SHUTDOWN), null);
    }

    private void await(BooleanSupplier over, long deadline) {
        synchronized (connections) {
            try {
                long left = deadline - System.nanoTime();
                while (left > 0 && !over.getAsBoolean()) {
                    TimeUnit.NANOSECONDS.timedWait(connections, left);
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    MemoryBudget unfinished() {
        return unfinished;
    }

    Stages stages() {
        return stages;
    }

    ZlibPool zlib() {
        return zlib;
    }

    Codecs codecs() {
        return codecs;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    String nextId() {
        return idPrefix + lastId.incrementAndGet();
    }
}
