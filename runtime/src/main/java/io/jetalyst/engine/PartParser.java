package io.jetalyst.engine;

import java.nio.ByteBuffer;

/**
 * Parses {@code multipart/form-data} (RFC 7578) without reading it itself. One thread at a time uses it. After a method has thrown, the parser
 * must not be used any more.
 */
public interface PartParser {
    /**
     * Parses the next bytes of the body, and calls the {@link PartReceiver}.
     *
     * @throws io.jetalyst.http.HttpProblem 400 if the body is malformed; whatever the receiver throws
     */
    void parse(ByteBuffer bytes);

    /**
     * The body has ended.
     *
     * @throws io.jetalyst.http.HttpProblem 400 if the body is incomplete
     */
    void end();
}
