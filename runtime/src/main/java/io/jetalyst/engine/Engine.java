package io.jetalyst.engine;

import java.io.IOException;

/** A server: bytes in, bytes out, sockets. Found by {@link java.util.ServiceLoader}; an application has exactly one. */
public interface Engine {
    /** Its name and version, for the line printed at start. */
    String name();

    /**
     * Accepts connections on all listeners of the options, and passes every request to the handler.
     *
     * @throws ListenException if it cannot listen on one of the addresses; it listens on none then
     * @throws IOException if it cannot start for another reason
     */
    RunningEngine start(EngineOptions options, ExchangeHandler handler) throws IOException;
}
