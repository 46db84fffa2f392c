package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks all connections of a listener periodically: ends those whose request head, or first bytes before it, do not arrive in time, and
 * those whose client reads too slowly, and finds clients that have ended the connection while their request is being answered.
 */
final class ConnectionSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSweep.class);
    private static final long MAX_PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpConnector connector;
    private final long headNanos;
    private final Rejections rejections;
    private final SlowReaders slow;
    private final Function<Http1State, ByteBuffer> late;
    private volatile Scheduler.@Nullable Task next;

    /** @param late makes the response to a request whose head does not arrive in time */
    ConnectionSweep(HttpConnector connector, EngineOptions options, Function<Http1State, ByteBuffer> late) {
        this.connector = connector;
        this.headNanos = options.headTimeout().toNanos();
        this.rejections = options.rejections();
        this.slow = new SlowReaders(options);
        this.late = late;
    }

    void start() {
        next = connector
                .getScheduler()
                .schedule(this::run, Math.min(MAX_PERIOD_NANOS, headNanos / 4 + 1), TimeUnit.NANOSECONDS);
    }

    void stop() {
        Scheduler.Task scheduled = next;
        if (scheduled != null) {
            scheduled.cancel();
        }
    }

    private void run() {
        try {
            slow.begin();
            connector.getConnectedEndPoints().forEach(this::check);
        } finally {
            if (connector.isRunning()) {
                start();
            }
        }
    }

    private void check(EndPoint endPoint) {
        try {
            if (endPoint instanceof HttpEndPoint http) {
                Http1State http1 = http.http1();
                if (http1.expireHead(headNanos)) {
                    rejections.add(ServerLimit.HEAD_TIME);
                    connector.getExecutor().execute(() -> http1.end(late.apply(http1))); // the application makes it
                }
                http1.probe();
                if (http.isPreambleLate(headNanos)) {
                    rejections.add(ServerLimit.HEAD_TIME);
                    http.close();
                } else if (slow.isTooSlow(http)) {
                    rejections.add(ServerLimit.RESPONSE_RATE);
                    http.close();
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("{} could not be checked", endPoint, e);
        }
    }
}
