package io.jetalyst.engine;

import org.jspecify.annotations.Nullable;

/**
 * The state of an exchange: final in a task of {@link Exchange#onEnd}, and what has been sent and received so far before that.
 *
 * @param status the status that was sent; 0 if none was
 * @param receivedBytes the bytes of the request's content that were read from the connection
 * @param sentBytes the bytes of the response's content that were written, without heads and framing
 * @param failure why the exchange ended before the whole response was sent, as for {@link Exchange#onAbort}; {@code null} if it did not
 */
public record ExchangeResult(
        int status,
        long receivedBytes,
        long sentBytes,
        @Nullable Throwable failure) {}
