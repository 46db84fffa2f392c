package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one handler of the server. It refuses requests that are ambiguous, hands all others to the runtime as exchanges, and counts those
 * that are not answered. Jetty calls it on the selector's thread.
 */
final class RootHandler extends Handler.Abstract.NonBlocking {
    /** Each field costs an object, however short it is. No honest client sends so many. */
    private static final int MAX_FIELDS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RootHandler.class);

    private final ExchangeHandler handler;
    private final EngineOptions options;
    private final Workers workers;
    private final BlockingThreads threads;
    private final EncodedFields fields = new EncodedFields();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean draining;

    /** @param workers run the tasks of sockets, threads those of requests */
    RootHandler(ExchangeHandler handler, EngineOptions options, Workers workers, BlockingThreads threads) {
        this.handler = handler;
        this.options = options;
        this.workers = workers;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpProblem refusal = refusal(request);
        if (refusal != null) {
            Refusals.send(handler, refusal, request, response, callback);
            return true;
        }
        open.incrementAndGet();
        JettyExchange exchange = new JettyExchange(this, request, response, callback);
        try {
            handler.handle(exchange);
        } catch (Throwable failure) {
            LOG.error("The handler threw", failure);
            exchange.fail();
        }
        return true;
    }

    ExchangeHandler handler() {
        return handler;
    }

    EngineOptions options() {
        return options;
    }

    EncodedFields fields() {
        return fields;
    }

    Workers workers() {
        return workers;
    }

    BlockingThreads threads() {
        return threads;
    }

    /** Whether each connection ends with its next response. */
    boolean isDraining() {
        return draining;
    }

    /** From now on each connection ends with its next response. */
    void endConnections() {
        draining = true;
    }

    /** Waits until all exchanges are answered, or the deadline has passed; after {@link #endConnections}. */
    synchronized void awaitAnswers(long deadline) {
        try {
            long left = deadline - System.nanoTime();
            while (left > 0 && open.get() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exchange is answered. */
    void answered() {
        if (open.decrementAndGet() == 0 && draining) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    private static @Nullable HttpProblem refusal(Request request) {
        if (request.getHeaders().size() > MAX_FIELDS) {
            return HttpProblem.of( // RFC 6585 §5
                    Status.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The request has more than " + MAX_FIELDS + " header fields.");
        }
        String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        if (coding != null && !HttpHeaderValue.CHUNKED.is(coding)) {
            return HttpProblem.of(Status.NOT_IMPLEMENTED, "The only transfer coding is chunked."); // RFC 9112 §6.1
        }
        // Servers disagree on the meaning of ; in a path, and so may the code that guards a path and the code that
        // routes it.
        String path = request.getHttpURI().getPath();
        return path == null || path.indexOf(';') >= 0 ? HttpProblem.badRequest("The path has a semicolon.") : null;
    }
}
