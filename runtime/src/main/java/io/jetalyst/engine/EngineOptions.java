package io.jetalyst.engine;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of an engine, and its limits. Immutable; each method with an argument returns changed options.
 *
 * <pre>{@code
 * EngineOptions options = EngineOptions.of(Listener.http("127.0.0.1", 8080)).idleTimeout(Duration.ofSeconds(60));
 * }</pre>
 */
public final class EngineOptions {
    private final Values values;

    private EngineOptions(Values values) {
        this.values = values;
    }

    /** Options with the default limits and these listeners; at least one. */
    public static EngineOptions of(Listener... listeners) {
        return of(List.of(listeners));
    }

    /** The same, with a list. */
    public static EngineOptions of(List<Listener> listeners) {
        if (listeners.isEmpty()) {
            throw new IllegalArgumentException("no listener");
        }
        return new EngineOptions(new Values(List.copyOf(listeners)));
    }

    /** The addresses on which the engine accepts connections. */
    public List<Listener> listeners() {
        return values.listeners;
    }

    /** Whether other processes may listen on the same ports ({@code SO_REUSEPORT}). Default {@code false}. */
    public boolean reusePort() {
        return values.reusePort;
    }

    /** The certificates of the listeners for HTTPS; {@code null} if there are none. */
    public @Nullable Tls tls() {
        return values.tls;
    }

    /**
     * The peers whose headers of the PROXY protocol count, on listeners that {@linkplain Listener#proxyProtocol() expect} them, and the web
     * servers that may connect to a listener for {@linkplain Listener.Protocol#FASTCGI FastCGI} on a port. The engine closes connections of
     * other peers there. Default: none.
     */
    public Predicate<SocketAddress> proxies() {
        return values.proxies;
    }

    /** The time after which the engine closes a connection that is silent between two requests. Default 30 s. */
    public Duration idleTimeout() {
        return values.idleTimeout;
    }

    /** The time a client has for a whole request head, from its first byte on; then 408 and the end of the connection. Default 10 s. */
    public Duration headTimeout() {
        return values.headTimeout;
    }

    /**
     * The time the engine waits for a request body in all, beside the time that {@link #minDataRate} allows for the bytes received.
     * Only time spent waiting for the client counts. Default 20 s.
     */
    public Duration bodyTimeout() {
        return values.bodyTimeout;
    }

    /**
     * The lowest rate at which a client may send a request body and read a response, in bytes per second. A client whose body is slower gets
     * 408 after {@link #bodyTimeout}. The engine ends the connection of a client that reads more slowly for that long. Default 500.
     */
    public int minDataRate() {
        return values.minDataRate;
    }

    /** The number of bytes of an unread request body that the engine reads and drops to keep a connection. Default 256 KiB. */
    public int drainBytes() {
        return values.drainBytes;
    }

    /** The number of connections that may be open at one time. Default 10,000. */
    public int maxConnections() {
        return values.maxConnections;
    }

    /** The number of connections that one client address may have open at one time. Default 0: as many as {@link #maxConnections}. */
    public int maxConnectionsPerAddress() {
        return values.maxConnectionsPerAddress;
    }

    /**
     * The number of requests that may be in flight at one time, on all connections: from the head of the request to the last byte of its
     * response. The engine answers others with 503, unless {@link ExchangeHandler#isAlwaysAdmitted} names them. Default 10,000.
     */
    public int maxRequests() {
        return values.maxRequests;
    }

    /** Counts what the engine rejects because of its limits. Default: a new counter. */
    public Rejections rejections() {
        return values.rejections;
    }

    BodyMemory bodyMemory() {
        return values.bodyMemory;
    }

    /** The number of response bytes that may wait for the clients of all HTTP/2 connections together. Default: an eighth of the heap. */
    public long maxPendingBytes() {
        return values.maxPendingBytes;
    }

    /** The number of response bytes that may wait for the client of one HTTP/2 connection. Default 4 MiB. */
    public long maxPendingBytesPerConnection() {
        return values.maxPendingBytesPerConnection;
    }

    /** The number of threads that {@link Exchange#execute} may use where the JDK has no virtual threads. Default 200. */
    public int blockingThreads() {
        return values.blockingThreads;
    }

    /** The number of tasks of {@link Exchange#execute} that may run or wait at one time. Default 10,000. */
    public int maxBlockingTasks() {
        return values.maxBlockingTasks;
    }

    /**
     * Whether the application has handlers that may block. If it has none, the engine can choose threads that suit handlers which never block;
     * {@link Exchange#execute} works all the same. Default {@code true}.
     */
    public boolean blockingHandlers() {
        return values.blockingHandlers;
    }

    /** @param reuse whether other processes of the same user may listen on the same ports */
    public EngineOptions reusePort(boolean reuse) {
        return with(changed -> changed.reusePort = reuse);
    }

    public EngineOptions tls(Tls tls) {
        return with(changed -> changed.tls = tls);
    }

    public EngineOptions proxies(Predicate<SocketAddress> proxies) {
        return with(changed -> changed.proxies = proxies);
    }

    public EngineOptions idleTimeout(Duration timeout) {
        return with(changed -> changed.idleTimeout = positive(timeout));
    }

    public EngineOptions headTimeout(Duration timeout) {
        return with(changed -> changed.headTimeout = positive(timeout));
    }

    public EngineOptions bodyTimeout(Duration timeout) {
        return with(changed -> changed.bodyTimeout = positive(timeout));
    }

    public EngineOptions minDataRate(int rate) {
        return with(changed -> changed.minDataRate = (int) positive(rate));
    }

    public EngineOptions drainBytes(int max) {
        return with(changed -> changed.drainBytes = (int) notNegative(max));
    }

    public EngineOptions maxConnections(int max) {
        return with(changed -> changed.maxConnections = (int) positive(max));
    }

    /** @param max 0 for no limit beside {@link #maxConnections} */
    public EngineOptions maxConnectionsPerAddress(int max) {
        return with(changed -> changed.maxConnectionsPerAddress = (int) notNegative(max));
    }

    public EngineOptions maxRequests(int max) {
        return with(changed -> changed.maxRequests = (int) positive(max));
    }

    public EngineOptions rejections(Rejections rejections) {
        return with(changed -> changed.rejections = rejections);
    }

    public EngineOptions maxPendingBytes(long max) {
        return with(changed -> changed.maxPendingBytes = positive(max));
    }

    public EngineOptions maxPendingBytesPerConnection(long max) {
        return with(changed -> changed.maxPendingBytesPerConnection = positive(max));
    }

    public EngineOptions blockingThreads(int threads) {
        return with(changed -> changed.blockingThreads = (int) positive(threads));
    }

    public EngineOptions maxBlockingTasks(int max) {
        return with(changed -> changed.maxBlockingTasks = (int) positive(max));
    }

    /** @param any whether the application has at least one handler that may block */
    public EngineOptions blockingHandlers(boolean any) {
        return with(changed -> changed.blockingHandlers = any);
    }

    private EngineOptions with(Consumer<Values> change) {
        Values changed = values.copy();
        change.accept(changed);
        return new EngineOptions(changed);
    }

    private static Duration positive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than 0, not " + timeout);
        }
        return timeout;
    }

    private static long positive(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + value);
        }
        return value;
    }

    private static long notNegative(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a limit is not negative, but " + value);
        }
        return value;
    }

    /** The values of one instance; changed only before an instance has them. */
    private static final class Values implements Cloneable {
        private final List<Listener> listeners;
        private boolean reusePort;
        private @Nullable Tls tls;
        private Predicate<SocketAddress> proxies = peer -> false;
        private Duration idleTimeout = Duration.ofSeconds(30);
        private Duration headTimeout = Duration.ofSeconds(10);
        private Duration bodyTimeout = Duration.ofSeconds(20);
        private int minDataRate = 500;
        private int drainBytes = 256 * 1024;
        private int maxConnections = 10_000;
        private int maxConnectionsPerAddress;
        private int maxRequests = 10_000;
        private final BodyMemory bodyMemory = BodyMemory.ofHeap();
        private Rejections rejections = new Rejections();
        private long maxPendingBytes =
                Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 8);
        private long maxPendingBytesPerConnection = 4 * 1024 * 1024;
        private int blockingThreads = 200;
        private int maxBlockingTasks = 10_000;
        private boolean blockingHandlers = true;

        private Values(List<Listener> listeners) {
            this.listeners = listeners;
        }

        Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
