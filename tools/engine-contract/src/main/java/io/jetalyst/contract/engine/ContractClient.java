package io.jetalyst.contract.engine;

import java.io.IOException;

/** A client of a running engine, and the engine itself: closing it stops both. */
public interface ContractClient extends AutoCloseable {
    /**
     * Sends the head of a request, over a connection that is open already if the last response left it open.
     *
     * @param length the announced length of the body; 0 if there is no body, −1 if the length is unknown
     * @param headers names and values of further fields, in turn
     */
    ContractCall call(String method, String path, long length, String... headers) throws Exception;

    /** Sends a handshake on a connection or stream of its own, and waits for its response. */
    ContractSocket upgrade(String path) throws Exception;

    /** The number of connections opened so far; 0 if the engine has no connections. */
    int connections();

    /** Stops the engine, and waits until it has stopped. */
    void stop() throws Exception;

    @Override
    void close() throws IOException;
}
