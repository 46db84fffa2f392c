package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.ProtocolException;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.WebSocketClosedException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket from its opening to its end: {@link Reading} takes what comes, {@link Sending} sends, a {@link Liveness} looks at the clock.
 * Whatever ends the socket goes through {@link Lifecycle}, once.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    /** It need not answer, only read. */
    private static final Duration BROKEN_WITHIN = Duration.ofSeconds(1);

    private final SocketWire wire;
    private final Endpoint endpoint;
    private final Sockets sockets;
    private final Session session;
    private final Outbox outbox;
    private final Sending sending;
    private final Lifecycle life = new Lifecycle();
    private final Liveness liveness;
    private final Reading reading;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final CloseHandshake closing = new CloseHandshake();

    Connection(SocketWire wire, Request request, Endpoint endpoint, Sockets sockets) {
        this.wire = wire;
        this.endpoint = endpoint;
        this.sockets = sockets;
        this.session = new Session(sockets.nextId(), request, endpoint.subprotocol(), sockets, this);
        Deflation deflation = endpoint.compression()
                .map(agreement -> new Deflation(sockets.zlib(), agreement))
                .orElse(null);
        this.sending = new Sending(this, sockets.stages());
        this.outbox = new Outbox(wire, endpoint, deflation, sockets::now, sending);
        Pace pace = new Pace(endpoint.limits(), now());
        this.liveness = new Liveness(this, pace, now());
        this.reading = new Reading(this, pace, deflation);
    }

    /** Calls {@code onOpen}. */
    void open() {
        life.enter();
        sockets.add(this);
        try {
            listeners().takeOpen(session);
        } catch (Throwable thrown) {
            threw(thrown);
        }
        leave();
        liveness.listens(now());
    }

    /** As {@link Reading#received}. */
    boolean received(ByteBuffer bytes) {
        return reading.received(bytes);
    }

    /** A listener is done. */
    void leave() {
        if (life.leave()) {
            tell();
        }
    }

    /** A listener threw, or its stage failed. */
    void threw(Throwable thrown) {
        Throwable cause = CloseStatuses.cause(thrown);
        if (cause instanceof WebSocketClosedException && !life.open()) {
            return; // it sent something, perhaps waited for it, and the client has left
        }
        if (cause instanceof TopicLimitException limit) {
            LOG.warn(
                    "A listener of {} met a limit, and the session is closed with 1013: {}",
                    session,
                    limit.getMessage());
            end(CloseStatuses.NO_TOPIC, limit);
            return;
        }
        String then = life.open() ? "the session is closed with 1011" : "the session had ended before";
        LOG.error("A listener of {} threw; {}", session, then, thrown);
        end(CloseStatuses.FAILED, thrown);
    }

    /** The client closes: its close frame is answered, after what waits if the network takes that, and that is all. */
    void closed(CloseFrame close) {
        CloseHandshake.Then then = closing.came();
        if (life.end(new CloseStatus(close.code(), close.reason(), Cause.CLIENT), null, now())) {
            session.subscriptions().end();
            (outbox.stalledFor(now()) > 0 ? outbox.closeAtOnce(close) : outbox.close(close)).forEach(sending::lost);
        } else {
            follow(then);
        }
    }

    /** The client broke the protocol. */
    void broken(ProtocolException fault) {
        follow(closing.broken());
        Cause cause = fault.code() == CloseStatus.TOO_BIG ? Cause.TOO_BIG : Cause.PROTOCOL;
        end(new CloseStatus(fault.code(), fault.reason(), cause), null);
    }

    /** Our close frame is written. */
    void closeSent() {
        follow(closing.sent());
    }

    private void follow(CloseHandshake.Then then) {
        if (then == CloseHandshake.Then.END) {
            wire.close();
        } else if (then == CloseHandshake.Then.END_OUTPUT) {
            wire.shutdownOutput();
            later(leavesWithin());
        }
    }

    /** For how many nanoseconds a client may leave the connection open after our close frame. */
    long leavesWithin() {
        long within = limits().closeWithin().toNanos();
        return closing.isBroken() ? Math.min(within, BROKEN_WITHIN.toNanos()) : within;
    }

    /** Ends the connection with a close frame of ours, after all that was sent; at once where the client does not read. */
    void end(CloseStatus status, @Nullable Throwable error) {
        if (!life.end(status, error, now())) {
            return;
        }
        session.subscriptions().end();
        CloseFrame close = new CloseFrame(status.code(), status.reason());
        boolean reads = status.cause() != Cause.SLOW_CLIENT && status.cause() != Cause.IDLE;
        (reads ? outbox.close(close) : outbox.closeAtOnce(close)).forEach(sending::lost);
        outbox.flush();
        reading.resumeIfOwed();
    }

    /** The connection is gone; who says so may block. */
    void gone(@Nullable Throwable failure) {
        if (lose(failure)) {
            tell();
        }
    }

    /** Gives up what there was; {@code true} if the caller now has to tell the end. */
    private boolean lose(@Nullable Throwable failure) {
        if (life.end(CloseStatuses.LOST, failure, now())) {
            session.subscriptions().end();
        }
        boolean told = life.gone();
        outbox.empty().forEach(sending::lost);
        reading.close();
        sockets.stages().complete(over, null);
        return told;
    }

    /** Ends it now, without a close frame if none has left. The clock, which sees to all, does not wait for {@code onClose}. */
    void cut() {
        wire.close();
        if (lose(null)) {
            wire.execute(this::tell);
        }
    }

    /** Ends it now, and waits no more for what a listener promised. */
    void abandon() {
        cut();
        if (life.abandon()) {
            LOG.warn("The stage that a listener of {} returned is not done; onClose is called before it", session);
            wire.execute(this::tell);
        }
    }

    /** The server stops and has waited long enough: as {@link #abandon}, and a listener that has not returned is interrupted. */
    void giveUp() {
        abandon();
        life.interrupt();
    }

    private void tell() {
        CloseStatus status = life.status().orElse(CloseStatuses.LOST);
        LOG.debug("{} ended with {} ({}) {}", session, status.code(), status.cause(), status.reason());
        listeners()
                .tellEnd(session, status, () -> life.error().orElseGet(() -> CloseStatuses.exception(session, status)));
        sockets.remove(this);
    }

    /** Looks at the clock. */
    void tick(Executor executor) {
        liveness.tick(executor, now());
    }

    /** Looks at the clock once more, in so many nanoseconds. */
    void later(long nanos) {
        sockets.later(this, nanos);
    }

    /** The client is within its rate again. */
    void resume() {
        reading.resume();
    }

    boolean isOpen() {
        return life.open();
    }

    /** Done when the connection is gone. */
    CompletionStage<Void> over() {
        return over.copy();
    }

    long now() {
        return sockets.now();
    }

    MemoryBudget unfinished() {
        return sockets.unfinished();
    }

    SocketWire wire() {
        return wire;
    }

    SocketLimits limits() {
        return endpoint.limits();
    }

    Listeners listeners() {
        return endpoint.listeners();
    }

    Session session() {
        return session;
    }

    Lifecycle life() {
        return life;
    }

    Outbox outbox() {
        return outbox;
    }

    Sending sending() {
        return sending;
    }

    Reading reading() {
        return reading;
    }

    Liveness liveness() {
        return liveness;
    }
}
