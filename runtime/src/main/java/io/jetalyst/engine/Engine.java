package io.jetalyst.engine;

import java.io.IOException;

/** A server: bytes in, bytes out, sockets. Found by {@link java.util.ServiceLoader}; an application has exactly one. */
public interface Engine {
    /** Its name and version, for the line printed at start. */
    String name();

    /**
     * Listens, and gives every request to the handler.
     *
     * @throws java.net.BindException if the address is taken or is not this machine's
     * @throws IOException if it cannot listen for another reason
     */
    RunningEngine start(EngineOptions options, ExchangeHandler handler) throws IOException;
}
