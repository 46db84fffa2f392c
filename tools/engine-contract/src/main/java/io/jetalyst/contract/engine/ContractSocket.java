package io.jetalyst.contract.engine;

import java.io.IOException;

/** The client's side of a connection or stream that has become a socket. */
public interface ContractSocket extends AutoCloseable {
    /** The response to the handshake, without a body. */
    Answer handshake();

    /** Sends bytes to the receiver. */
    void send(byte[] bytes) throws Exception;

    /** Waits for the next bytes of the server, so many of them. */
    byte[] read(int length) throws Exception;

    /** Waits until the server has ended its sending side or the connection. */
    void awaitEnd() throws Exception;

    /** Ends the connection or the stream. */
    @Override
    void close() throws IOException;
}
