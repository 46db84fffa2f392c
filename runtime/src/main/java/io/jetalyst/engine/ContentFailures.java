package io.jetalyst.engine;

import io.jetalyst.http.Response;
import java.util.concurrent.CompletionStage;

/**
 * Handles the failure of a response's content: code that writes it, a stream, a file or a publisher failed while the engine sent it. Any
 * thread calls it. The engine does not call it if the client is gone.
 */
public interface ContentFailures {
    /**
     * The content failed before the engine sent the status and the header fields. The engine sends the returned response instead, and
     * calls this object again if its content fails, too.
     */
    CompletionStage<Response> replace(Throwable failure);

    /** The content failed after the engine had begun to send the response, and the engine aborts the connection or the stream. */
    void abort(Throwable failure);
}
