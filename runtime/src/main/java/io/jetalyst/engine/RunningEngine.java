package io.jetalyst.engine;

/** A server that listens. */
public interface RunningEngine {
    /** The port it listens on. */
    int port();

    /**
     * Accepts no more, lets requests in flight end within the stop timeout, and closes all connections. Sockets are cut: the runtime
     * closes them first. Does nothing the second time.
     */
    void stop();
}
