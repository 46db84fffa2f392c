package io.jetalyst.jetty;

import io.jetalyst.engine.ExchangeHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one handler of the server: refuses what nobody shall interpret, and gives all else to the runtime as exchanges, counted. */
final class Exchanges extends Handler.Abstract {
    /** A request with more fields than any honest client sends is refused: each costs an object, however short it is. */
    private static final int MAX_FIELDS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final ExchangeHandler handler;
    private final Workers workers;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean draining;

    /** @param workers of the sockets that exchanges become */
    Exchanges(ExchangeHandler handler, Workers workers) {
        this.handler = handler;
        this.workers = workers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int refusal = refusal(request);
        if (refusal != 0) {
            Problems.answer(refusal, response, callback);
            return true;
        }
        open.incrementAndGet();
        JettyExchange exchange = new JettyExchange(this, request, response, Callback.from(callback, this::ended));
        try {
            handler.handle(exchange);
        } catch (Throwable failure) {
            LOG.error("The handler threw", failure);
            exchange.fail();
        }
        return true;
    }

    Workers workers() {
        return workers;
    }

    /** Whether connections are to end with their next answer. */
    boolean draining() {
        return draining;
    }

    /** From now on each connection ends with its next answer. */
    void endConnections() {
        draining = true;
    }

    /** Waits until all exchanges are answered, or the deadline has passed; after {@link #endConnections}. */
    synchronized void drain(long deadline) {
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

    private void ended() {
        if (open.decrementAndGet() == 0 && draining) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** The status that refuses the request, or 0. */
    private static int refusal(Request request) {
        if (request.getHeaders().size() > MAX_FIELDS) {
            return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431; // RFC 6585 §5
        }
        String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        if (coding != null && !HttpHeaderValue.CHUNKED.is(coding)) {
            return HttpStatus.NOT_IMPLEMENTED_501; // RFC 9112 §6.1: a coding that is not understood
        }
        // Servers disagree on what ; means in a path, so what guards a path and what routes it might.
        String path = request.getHttpURI().getPath();
        return path == null || path.indexOf(';') >= 0 ? HttpStatus.BAD_REQUEST_400 : 0;
    }
}
