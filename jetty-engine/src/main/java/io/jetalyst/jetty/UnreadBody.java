package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/**
 * The rest of a request body that nobody has read when its response is ready. The engine drains a short rest, so that the connection can carry
 * the next request (RFC 9112 §9.3). If the rest is long or late, the response ends the connection in stages (§9.6).
 */
final class UnreadBody {
    /** The longest time that a response waits for the rest of a body. */
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The longest time that the engine reads on after a response that ends the connection. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(30);

    private UnreadBody() {}

    /** @param then called with {@code true} if the whole body is read */
    static void drain(JettyBody body, EngineOptions options, Consumer<Boolean> then) {
        if (body.isEnded()) {
            then.accept(true);
        } else if (body.isFailed() || body.isContinueExpected() || body.length() > options.drainBytes()) {
            then.accept(body.isEmpty());
        } else {
            body.drain(options.drainBytes(), DRAIN_NANOS, then);
        }
    }

    /** Reads and drops what the client still sends, and then completes. */
    static Callback linger(JettyBody body, Callback completion) {
        return Callback.from(
                completion.getInvocationType(),
                () -> body.drain(Long.MAX_VALUE / 2, LINGER_NANOS, ended -> completion.succeeded()),
                completion::failed);
    }

    /** Makes the reset that follows a complete response say NO_ERROR (RFC 9113 §8.1), so that the client keeps the response. */
    static HttpStream resetWithoutError(HttpStream stream) {
        return new HttpStream.Wrapper(stream) {
            @Override
            public void failed(Throwable failure) {
                super.failed(isUnread(failure) ? CONTENT_NOT_CONSUMED : failure);
            }
        };
    }

    private static boolean isUnread(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause == HttpStream.CONTENT_NOT_CONSUMED) {
                return true;
            }
        }
        return false;
    }
}
