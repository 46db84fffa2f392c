package io.jetalyst.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** An engine that listens. */
public interface RunningEngine {
    /** The listeners, in the order of the options. One that asked for a free port has the port that was free. */
    List<Listener> listeners();

    /**
     * Uses other certificates for the connections that begin from now on. Open connections keep theirs.
     *
     * @throws IllegalStateException if no listener is for HTTPS
     * @throws IllegalArgumentException if the certificates cannot be used; the engine keeps those that it has
     */
    default void renew(Tls tls) {
        throw new IllegalStateException("no listener is for HTTPS");
    }

    /**
     * The port of the first listener on TCP.
     *
     * @throws IllegalStateException if the engine listens on UNIX sockets only
     */
    default int port() {
        return listeners().stream()
                .flatMap(listener ->
                        listener.address() instanceof Listener.Tcp tcp ? Stream.of(tcp.port()) : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server listens on no port of TCP: " + listeners()));
    }

    /**
     * Prepares the end of the engine: accepts the connections that wait, closes the ports, and announces the end of each connection, over
     * HTTP/1 with {@code Connection: close} in its next response (RFC 9112 §9.6), over HTTP/2 with GOAWAY (RFC 9113 §6.8). The engine
     * serves requests and sockets of open connections until {@link #stop}. Does nothing the second time.
     */
    void drain();

    /** The time since the last connection ended; 0 while one is open. */
    Duration idle();

    /**
     * The same as {@link #drain}, unless a connection is open.
     *
     * @return whether the engine drains; then it has no connection, and accepts none
     */
    boolean drainIfIdle();

    /**
     * Drains if {@link #drain} was not called, waits for the requests in flight, and closes all connections. The engine closes the
     * connections of sockets without a close frame, because the runtime has closed its sockets before. A second call shortens the wait if
     * its time ends earlier, and returns when the engine has stopped.
     *
     * @param within how long the engine waits for requests in flight
     */
    void stop(Duration within);

    /** The number of open connections, with those that have become sockets. */
    int connections();

    /** The number of requests that are being answered. It may visit each connection. */
    int requests();

    /** The number of tasks of {@link Exchange#execute} that run or wait. */
    int blockingTasks();

    /**
     * Begins a test that completes when the engine's timer and each thread that reads from connections have run an empty task. It does not
     * complete while one of them hangs.
     */
    CompletionStage<Void> probe();
}
