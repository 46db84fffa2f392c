package io.jetalyst.engine;

import java.time.Duration;

/** An engine that listens. */
public interface RunningEngine {
    /** The port it listens on. */
    int port();

    /**
     * Accepts no more connections, waits for the requests in flight, and closes all connections. The engine closes the connections of
     * sockets without a close frame, because the runtime has closed its sockets before. A second call only waits until the engine has
     * stopped.
     *
     * @param within how long the engine waits for requests in flight
     */
    void stop(Duration within);
}
