package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limits the bytes of responses that wait until their clients read. Over HTTP/2 a client can ask for many responses and open no window
 * for any (RFC 9113 §10.5). The bytes of a client that reads at once count only for a moment.
 */
final class PendingBytes {
    /** Over HTTP/1 one response waits at a time, so a small one need not be counted. */
    private static final int SMALL = 8 * 1024;

    private final AtomicLong all = new AtomicLong();
    private final long maxOfAll;
    private final long maxOfConnection;
    private final Rejections rejections;

    PendingBytes(EngineOptions options) {
        this.maxOfAll = options.maxPendingBytes();
        this.maxOfConnection = options.maxPendingBytesPerConnection();
        this.rejections = options.rejections();
    }

    /** The bytes of one connection of HTTP/2. */
    static final class Own {
        private final AtomicLong all = new AtomicLong();
        /** Those of {@link #all} that may wait for the application. */
        private final AtomicLong unready = new AtomicLong();

        /** The bytes that wait for the client, and for nobody else. */
        long unsent() {
            return all.get() - unready.get();
        }
    }

    /**
     * Counts the bytes of a response until it is written.
     *
     * @param ready whether all bytes are there, so that the response waits for the client only
     * @return the callback to write the response with; null if too many bytes wait already
     */
    @Nullable
    Callback reserve(long bytes, boolean ready, Request request, Callback completion) {
        if (!begin(bytes, ready, request)) {
            return null;
        }
        return isCounted(bytes, request) ? Callback.from(completion, () -> end(bytes, ready, request)) : completion;
    }

    /**
     * Counts the bytes of a response.
     *
     * @return {@code false} if too many bytes wait already; otherwise {@link #end} follows
     */
    boolean begin(long bytes, boolean ready, Request request) {
        if (!isCounted(bytes, request)) {
            return true;
        }
        if (!reserve(all, bytes, maxOfAll)) {
            rejections.add(ServerLimit.QUEUED_BYTES);
            return false;
        }
        Own own = own(request);
        if (own == null) {
            return true;
        }
        if (!reserve(own.all, bytes, maxOfConnection)) {
            all.addAndGet(-bytes);
            rejections.add(ServerLimit.QUEUED_BYTES);
            return false;
        }
        if (!ready) {
            own.unready.addAndGet(bytes);
        }
        return true;
    }

    /** The response was written, or failed. */
    void end(long bytes, boolean ready, Request request) {
        if (!isCounted(bytes, request)) {
            return;
        }
        all.addAndGet(-bytes);
        Own own = own(request);
        if (own != null) {
            if (!ready) {
                own.unready.addAndGet(-bytes);
            }
            own.all.addAndGet(-bytes);
        }
    }

    private static boolean isCounted(long bytes, Request request) {
        return bytes > SMALL || (bytes > 0 && isHttp2(request));
    }

    private static boolean isHttp2(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    private static @Nullable Own own(Request request) {
        HttpEndPoint connection = isHttp2(request) ? HttpEndPoint.of(request) : null;
        return connection == null ? null : connection.pendingBytes();
    }

    /** The reason to reset a stream, without a response of Jetty's. */
    static Throwable tooMany() {
        return new Request.Handler.AbortException("too many bytes wait for clients to read");
    }

    /** A response that is larger than the limit may still be sent while no other waits. */
    private static boolean reserve(AtomicLong pending, long bytes, long max) {
        long before = pending.getAndAdd(bytes);
        if (before == 0 || before + bytes <= max) {
            return true;
        }
        pending.addAndGet(-bytes);
        return false;
    }
}
