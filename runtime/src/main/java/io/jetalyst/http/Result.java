package io.jetalyst.http;

import java.util.function.UnaryOperator;

/** The result of an invocation: a {@link Response} now, or one {@linkplain Deferred later}. */
public sealed interface Result permits Response, Deferred {
    /** The same result with the response changed, now or when it is there. */
    Result map(UnaryOperator<Response> change);
}
