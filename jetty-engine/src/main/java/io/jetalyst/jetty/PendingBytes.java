package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
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

    private static final String ATTRIBUTE = PendingBytes.class.getName();

    private final AtomicLong all = new AtomicLong();
    private final long maxOfAll;
    private final long maxOfConnection;
    private final Rejections rejections;

    PendingBytes(EngineOptions options) {
        this.maxOfAll = options.maxPendingBytes();
        this.maxOfConnection = options.maxPendingBytesPerConnection();
        this.rejections = options.rejections();
    }

    /**
     * The bytes of one connection.
     *
     * @param all those that may wait for the client, or for the application
     * @param unsent those that wait for the client only
     */
    private record Own(AtomicLong all, AtomicLong unsent) {}

    /** The bytes that wait for the client of a connection of HTTP/2, and for nobody else; 0 for other connections. */
    static long unsent(ConnectionMetaData connection) {
        return connection.getAttribute(ATTRIBUTE) instanceof Own own
                ? own.unsent().get()
                : 0;
    }

    /**
     * Counts the bytes of a response until it is written.
     *
     * @param ready whether all bytes are there, so that the response waits for the client only
     * @return the callback to write the response with; null if too many bytes wait already
     */
    @Nullable
    Callback reserve(long bytes, boolean ready, ConnectionMetaData connection, Callback completion) {
        boolean http2 = connection.getHttpVersion() == HttpVersion.HTTP_2;
        if (bytes == 0 || (!http2 && bytes <= SMALL)) {
            return completion;
        }
        if (!reserve(all, bytes, maxOfAll)) {
            rejections.add(ServerLimit.QUEUED_BYTES);
            return null;
        }
        Own own = http2 ? own(connection) : null;
        if (own != null && !reserve(own.all(), bytes, maxOfConnection)) {
            all.addAndGet(-bytes);
            rejections.add(ServerLimit.QUEUED_BYTES);
            return null;
        }
        long unsent = ready ? bytes : 0;
        if (own != null) {
            own.unsent().addAndGet(unsent);
        }
        return Callback.from(completion, () -> {
            all.addAndGet(-bytes);
            if (own != null) {
                own.all().addAndGet(-bytes);
                own.unsent().addAndGet(-unsent);
            }
        });
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

    private static Own own(ConnectionMetaData connection) {
        synchronized (connection) {
            if (connection.getAttribute(ATTRIBUTE) instanceof Own existing) {
                return existing;
            }
            Own created = new Own(new AtomicLong(), new AtomicLong());
            connection.setAttribute(ATTRIBUTE, created);
            return created;
        }
    }
}
