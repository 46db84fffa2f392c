package io.jetalyst.engine;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
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
     * The peers whose headers of the PROXY protocol count, on listeners that {@linkplain Listener#proxyProtocol() expect} them. The engine
     * closes connections of other peers there. Default: none.
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
     * The time the engine waits for a request body in all, beside the time that {@link #bodyBytesPerSecond} allows for the bytes received.
     * Only time spent waiting for the client counts. Default 20 s.
     */
    public Duration bodyTimeout() {
        return values.bodyTimeout;
    }

    /** The minimum rate of a request body, in bytes per second. A client that is slower for {@link #bodyTimeout} gets 408. Default 500. */
    public int bodyBytesPerSecond() {
        return values.bodyBytesPerSecond;
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
        Values changed = values.copy();
        changed.reusePort = reuse;
        return new EngineOptions(changed);
    }

    public EngineOptions tls(Tls tls) {
        Values changed = values.copy();
        changed.tls = tls;
        return new EngineOptions(changed);
    }

    public EngineOptions proxies(Predicate<SocketAddress> proxies) {
        Values changed = values.copy();
        changed.proxies = proxies;
        return new EngineOptions(changed);
    }

    public EngineOptions idleTimeout(Duration timeout) {
        Values changed = values.copy();
        changed.idleTimeout = positive(timeout);
        return new EngineOptions(changed);
    }

    public EngineOptions headTimeout(Duration timeout) {
        Values changed = values.copy();
        changed.headTimeout = positive(timeout);
        return new EngineOptions(changed);
    }

    public EngineOptions bodyTimeout(Duration timeout) {
        Values changed = values.copy();
        changed.bodyTimeout = positive(timeout);
        return new EngineOptions(changed);
    }

    public EngineOptions bodyBytesPerSecond(int rate) {
        Values changed = values.copy();
        changed.bodyBytesPerSecond = (int) positive(rate);
        return new EngineOptions(changed);
    }

    public EngineOptions drainBytes(int max) {
        Values changed = values.copy();
        changed.drainBytes = (int) notNegative(max);
        return new EngineOptions(changed);
    }

    public EngineOptions maxConnections(int max) {
        Values changed = values.copy();
        changed.maxConnections = (int) positive(max);
        return new EngineOptions(changed);
    }

    /** @param max 0 for no limit beside {@link #maxConnections} */
    public EngineOptions maxConnectionsPerAddress(int max) {
        Values changed = values.copy();
        changed.maxConnectionsPerAddress = (int) notNegative(max);
        return new EngineOptions(changed);
    }

    public EngineOptions maxPendingBytes(long max) {
        Values changed = values.copy();
        changed.maxPendingBytes = positive(max);
        return new EngineOptions(changed);
    }

    public EngineOptions maxPendingBytesPerConnection(long max) {
        Values changed = values.copy();
        changed.maxPendingBytesPerConnection = positive(max);
        return new EngineOptions(changed);
    }

    public EngineOptions blockingThreads(int threads) {
        Values changed = values.copy();
        changed.blockingThreads = (int) positive(threads);
        return new EngineOptions(changed);
    }

    public EngineOptions maxBlockingTasks(int max) {
        Values changed = values.copy();
        changed.maxBlockingTasks = (int) positive(max);
        return new EngineOptions(changed);
    }

    /** @param any whether the application has at least one handler that may block */
    public EngineOptions blockingHandlers(boolean any) {
        Values changed = values.copy();
        changed.blockingHandlers = any;
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
        private int bodyBytesPerSecond = 500;
        private int drainBytes = 256 * 1024;
        private int maxConnections = 10_000;
        private int maxConnectionsPerAddress;
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
