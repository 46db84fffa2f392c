package io.jetalyst.engine;

import java.time.Duration;

/** A server that listens. */
public interface RunningEngine {
    /** The port it listens on. */
    int port();

    /**
     * Accepts no more, lets requests in flight end, and closes all connections. Sockets are cut: the runtime closes them first. Who calls it
     * the second time only waits until it is done.
     *
     * @param within how long the requests may take
     */
    void stop(Duration within);
}
