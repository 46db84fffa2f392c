package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.http.HttpProblem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one handler of the server. It refuses requests that are ambiguous, and hands all others to the runtime as
 * exchanges. Jetty calls it on the thread that has read the request, and says for each call whether it may block there.
 */
final class RootHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RootHandler.class);

    private static final long ARRIVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long POLL_MILLIS = 5;

    private final ExchangeHandler handler;
    private final EngineOptions options;
    private final ConnectionLimit connections;
    private final TaskRunner tasks;
    private final BlockingThreads threads;
    private final PendingBytes pending;
    private final EncodedFields fields = new EncodedFields();
    private final InFlight inFlight;
    private final EndTasks endTasks = new EndTasks();
    /** The requests of HTTP/2 and FastCGI that are not answered. Over HTTP/1 each connection knows: a number that all change costs time on many cores. */
    private final AtomicInteger streams = new AtomicInteger();

    private volatile boolean draining;

    /**
     * @param connections has the connections whose requests are rejected
     * @param tasks runs the tasks of sockets
     * @param threads run requests
     */
    RootHandler(
            ExchangeHandler handler,
            EngineOptions options,
            ConnectionLimit connections,
            TaskRunner tasks,
            BlockingThreads threads) {
        super(InvocationType.EITHER);
        this.handler = handler;
        this.options = options;
        this.connections = connections;
        this.tasks = tasks;
        this.threads = threads;
        this.pending = new PendingBytes(options);
        this.inFlight = new InFlight(options.maxRequests());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Http1State http1 = Http1State.of(request);
        if (http1 != null && !http1.beginExchange()) {
            callback.failed(new Request.Handler.AbortException());
            return true;
        }
        HttpProblem refusal = RequestCheck.refusal(request, http1);
        if (refusal != null) {
            if (http1 != null) {
                http1.abandonExchange();
            }
            Refusals.send(handler, refusal, request, response, callback);
            return true;
        }
        if (http1 == null) {
            streams.incrementAndGet();
        }
        if (draining) {
            requestArrived(request);
        }
        boolean counted = inFlight.begin();
        JettyExchange exchange;
        try {
            exchange = new JettyExchange(this, http1, counted, request, response, callback);
        } catch (Throwable failure) { // no memory for it
            endUncreated(http1, counted);
            throw failure;
        }
        try {
            if (isAdmitted(exchange, request, counted)) {
                handler.handle(exchange);
            }
        } catch (Throwable failure) {
            LOG.error("The handler threw", failure);
            options.rejections().addIfHeap(failure);
            exchange.fail();
        } finally {
            exchange.handled();
        }
        return true;
    }

    /** Whether the handler is to answer the request. If not, the exchange is answered. */
    private boolean isAdmitted(JettyExchange exchange, Request request, boolean counted) {
        boolean last = connections.hasSurplus() && isSurplus(request);
        if (last) {
            exchange.endConnection();
        }
        if ((last || !counted) && !handler.isAlwaysAdmitted(exchange.request())) {
            if (!last) {
                options.rejections().add(ServerLimit.REQUESTS); // the connection is counted already
            }
            exchange.reject(Rejections.busy());
            return false;
        }
        if (exchange.isTruncated()) {
            exchange.refuse(HttpProblem.badRequest("The body of the request is shorter than its Content-Length."));
            return false;
        }
        return true;
    }

    /** Ends what was begun for a request that has no exchange. Jetty answers it. */
    private void endUncreated(@Nullable Http1State http1, boolean counted) {
        if (counted) {
            inFlight.end();
        }
        if (http1 == null) {
            endStream();
        } else {
            http1.abandonExchange();
        }
    }

    /** Whether the connection of a request is beyond a limit. */
    private static boolean isSurplus(Request request) {
        HttpEndPoint connection = HttpEndPoint.of(request);
        return connection != null && connection.place().beyond() != null;
    }

    private static void requestArrived(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        if (connection.getHttpVersion() != HttpVersion.HTTP_2
                && connection.getConnection().getEndPoint() instanceof Http1EndPoint endPoint) {
            ((HttpConnector) connection.getConnector()).requestArrived(endPoint.channel());
        }
    }

    /** Whether Jetty calls the handler on virtual threads, which mostly may block. */
    boolean mayBlock() {
        return ((JettyServer) getServer()).mayBlock();
    }

    ExchangeHandler handler() {
        return handler;
    }

    EngineOptions options() {
        return options;
    }

    PendingBytes pending() {
        return pending;
    }

    EncodedFields fields() {
        return fields;
    }

    TaskRunner tasks() {
        return tasks;
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

    /** Waits until all exchanges are answered and their tasks have returned, or the deadline, which may move, has passed; after {@link #endConnections}. */
    void awaitAnswers(LongSupplier deadline, List<HttpConnector> connectors) {
        int own = ExchangeTask.isRunning() ? 1 : 0; // an exchange that stops the server cannot end before it
        long answeredAt = System.nanoTime();
        try {
            for (long now = answeredAt; now - deadline.getAsLong() < 0; now = System.nanoTime()) {
                // Asked first: a request that begins in between is counted with the exchanges.
                boolean arriving = connectors.stream().anyMatch(HttpConnector::isRequestArriving);
                long exchanges =
                        connectors.stream().mapToLong(HttpConnector::exchanges).sum() + streams.get();
                // The connection of an exchange may have ended, and its observers have not been notified. Their tasks
                // are
                // asked last: an exchange counts there before it ceases to be in flight.
                if (Math.max(exchanges, inFlight.count()) + endTasks.exchanges() > own) {
                    answeredAt = now;
                } else if (!arriving || now - answeredAt > ARRIVAL_NANOS) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    EndTasks endTasks() {
        return endTasks;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** A request of HTTP/2 or FastCGI is answered. */
    void endStream() {
        streams.decrementAndGet();
    }
}
