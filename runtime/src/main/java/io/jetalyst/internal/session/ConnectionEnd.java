package io.jetalyst.internal.session;

import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.outbox.StageCompleter;
import io.jetalyst.socket.CloseStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of one connection: releases the resources of its session and calls {@code onClose}, once, behind all other listeners. */
final class ConnectionEnd {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final Connection connection;
    private final StageCompleter stages;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    ConnectionEnd(Connection connection, StageCompleter stages) {
        this.connection = connection;
        this.stages = stages;
    }

    /** The connection has ended; the caller may block. */
    void onDisconnect(@Nullable Throwable failure) {
        if (disconnect(failure)) {
            notifyClosed();
        }
    }

    /** Releases the session's resources. Returns {@code true} if the caller must now call {@code onClose}. */
    private boolean disconnect(@Nullable Throwable failure) {
        connection.life().close(CloseStatuses.DISCONNECTED, failure, connection.now());
        connection.session().subscriptions().end();
        boolean mustNotify = connection.life().disconnected();
        connection.outbox().discard().forEach(connection.writer()::failFrame);
        connection.reader().close();
        stages.complete(closed, null);
        return mustNotify;
    }

    /** Closes the connection now, without a close frame if none was sent. The timer, which calls this, does not wait for {@code onClose}. */
    void abort() {
        connection.wire().close();
        if (disconnect(null)) {
            connection.wire().execute(this::notifyClosed);
        }
    }

    /** As {@link #abort}, and stops waiting for the stage of a listener. */
    void abandonStage() {
        abort();
        if (connection.life().abandon()) {
            LOG.warn(
                    "The stage that a listener of {} returned is not done; calling onClose before it is",
                    connection.session());
            connection.wire().execute(this::notifyClosed);
        }
    }

    /** Calls {@code onClose}. The caller is the one that {@link Lifecycle} has chosen. */
    void notifyClosed() {
        CloseStatus status = connection.life().status();
        Session session = connection.session();
        LOG.debug("{} ended with {} ({}) {}", session, status.code(), status.cause(), LogText.of(status.reason()));
        connection
                .listeners()
                .fireClosed(
                        session,
                        status,
                        () -> connection.life().error().orElseGet(() -> CloseStatuses.exception(session, status)));
        connection.notifyHost();
    }

    /** Completed when the connection has ended. */
    CompletionStage<Void> closed() {
        return closed.copy();
    }
}
