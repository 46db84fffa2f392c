package io.jetalyst.contract.engine;

/** The client's side of one request. */
public interface ContractCall {
    /** Sends a part of the body. */
    void send(byte[] part) throws Exception;

    /** Ends the body. */
    void end() throws Exception;

    /** Ends the connection or the stream, abruptly. */
    void abort() throws Exception;

    /** Waits for a 100, and fails if another response comes. */
    void awaitContinue() throws Exception;

    /** Waits until the received part of the body contains this text, and fails if the response ends before. */
    void awaitText(String text) throws Exception;

    /** Waits for the whole response. */
    Answer await() throws Exception;
}
