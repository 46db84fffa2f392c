package io.jetalyst.jetty;

import io.jetalyst.jetty.fcgi.FcgiConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Notifies the listeners of one exchange if it ends before its response is sent. Jetty alone does not: it ignores a listener that is added
 * after the failure, and calls none while a read or a write is pending.
 */
final class AbortWatch {
    private final JettyExchange exchange;
    private final Request request;

    /** Guarded by this. */
    private final List<Consumer<Throwable>> listeners = new ArrayList<>(1);

    private @Nullable Throwable reason;

    AbortWatch(JettyExchange exchange, Request request) {
        this.exchange = exchange;
        this.request = request;
    }

    /**
     * Adds a listener, and calls it at once if the exchange was aborted before.
     *
     * @param incomplete whether the response is certainly not complete yet
     */
    void add(Consumer<Throwable> listener, boolean incomplete) {
        Throwable before;
        boolean first;
        synchronized (this) {
            before = reason;
            first = before == null && listeners.isEmpty();
            listeners.add(listener);
        }
        if (before != null) {
            listener.accept(before);
        } else if (first) {
            begin(incomplete);
        }
    }

    private void begin(boolean incomplete) {
        try {
            request.addIdleTimeoutListener(timeout -> false); // a slow answer is not an abort: it has its own deadline
            request.addFailureListener(this::abort);
        } catch (IllegalStateException completed) {
            return; // another thread has answered
        }
        exchange.watch(this::abort);
        if (incomplete && isStreamGone()) {
            abort(new EofException("the client reset the stream"));
        }
    }

    /** Whether the exchange is a stream of HTTP/2 that both sides have ended, or one of them has reset, or an aborted request of FastCGI. */
    private boolean isStreamGone() {
        try {
            Connection connection = request.getConnectionMetaData().getConnection();
            return connection instanceof HTTP2Connection http2
                            && http2.getSession().getStream(Integer.parseInt(request.getId())) == null
                    || connection instanceof FcgiConnection fcgi && fcgi.isAborted();
        } catch (IllegalStateException completed) {
            return false;
        }
    }

    /** Why the exchange has ended without its response; {@code null} if it has not. */
    synchronized @Nullable Throwable reason() {
        return reason;
    }

    /** The exchange has ended without its response. */
    void abort(Throwable cause) {
        List<Consumer<Throwable>> notified;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = cause;
            notified = List.copyOf(listeners);
        }
        notified.forEach(listener -> EndTasks.runOne(() -> listener.accept(cause)));
    }
}
