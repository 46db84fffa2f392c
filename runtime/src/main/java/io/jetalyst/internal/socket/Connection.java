package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.SlowClient;
import io.jetalyst.socket.WebSocketClosedException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket from its opening to its end. What comes from the wire goes to the listeners, one at a time; the next frame is demanded
 * when a listener is done, its stage included, or when a pong is written. Whatever ends the socket goes through {@link Lifecycle},
 * once.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final SocketWire wire;
    private final SocketLimits limits;
    private final Sockets sockets;
    private final Listeners listeners;
    private final Session session;
    private final Inbox inbox;
    private final Pace pace;
    private final Outbox outbox;
    private final Lifecycle life = new Lifecycle();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Watch watch;
    private volatile boolean overflowed;
    /** Whether the next frame is to be asked for when the stage of a listener is done. */
    private final AtomicBoolean owing = new AtomicBoolean();

    Connection(
            SocketWire wire,
            Request request,
            Optional<String> subprotocol,
            Listeners listeners,
            SocketLimits limits,
            Sockets sockets) {
        this.wire = wire;
        this.limits = limits;
        this.sockets = sockets;
        this.listeners = listeners;
        this.session = new Session(sockets.nextId(), request, subprotocol, sockets, this);
        this.inbox = new Inbox(session, listeners, limits);
        this.outbox = new Outbox(wire, limits, sockets::now, this::refuse);
        long now = sockets.now();
        this.pace = new Pace(limits, now);
        this.watch = new Watch(this, limits, life, outbox, pace, now);
    }

    /** Calls {@code onOpen} and begins to read. */
    void open() {
        sockets.add(this);
        run(() -> listeners.takeOpen(session));
    }

    void frame(int opcode, boolean begins, boolean last, ByteBuffer payload) {
        long now = sockets.now();
        Violation violation = pace.take(opcode, last, watch.heard(now), now);
        if (violation != null) {
            end(violation.status(), null);
        }
        if (!life.open()) {
            readOn();
        } else if (opcode == Opcode.PING) {
            watch.answers(true);
            wire.send(Opcode.PONG, true, copy(payload), failure -> {
                watch.answers(false);
                readOn();
            });
        } else if (life.enter()) {
            run(() -> opcode == Opcode.PONG
                    ? listeners.takePong(session, copy(payload))
                    : inbox.take(opcode, begins, last, payload));
        }
    }

    /** The connection ends without a close frame of ours, or after one the engine sends. */
    void ends(CloseStatus status, @Nullable Throwable error) {
        if (life.end(status, error, sockets.now())) {
            session.subscriptions().end();
            outbox.empty().forEach(this::refuse);
        }
    }

    /** Ends the connection with a close frame of ours, after all that was sent; at once where the client does not read. */
    void end(CloseStatus status, @Nullable Throwable error) {
        if (!life.end(status, error, sockets.now())) {
            return;
        }
        session.subscriptions().end();
        Outgoing.Close close = new Outgoing.Close(status.code(), status.reason());
        if (status.cause() == Cause.SLOW_CLIENT || status.cause() == Cause.IDLE) {
            outbox.closeAtOnce(close).forEach(this::refuse);
        } else {
            outbox.close(close).forEach(this::refuse);
        }
        outbox.flush();
        readOnIfOwed(); // for the answer to our close: no listener is called any more, so none is waited for
    }

    /** The connection is gone. */
    void gone() {
        ends(Ends.LOST, null);
        outbox.empty().forEach(this::refuse);
        over.complete(null);
        if (life.gone()) {
            tell();
        }
    }

    /** Ends it now, without a close frame if none has left. */
    void cut() {
        wire.abort();
        gone();
    }

    /** Ends it now, and waits no more for what a listener promised. */
    void abandon() {
        cut();
        if (life.abandon()) {
            LOG.warn("The stage that a listener of {} returned is not done; onClose is called before it", session);
            tell();
        }
    }

    /** Looks at the clock. */
    void tick(Executor executor) {
        watch.tick(executor, sockets.now());
    }

    /** Asks the client for a sign of life. */
    void ping() {
        offer(new Outgoing.Frame(Opcode.PING, ByteBuffer.allocate(0), null));
        flush();
    }

    boolean isOpen() {
        return life.open();
    }

    long queuedBytes() {
        return outbox.queuedBytes();
    }

    /** Done when the connection is gone. */
    CompletionStage<Void> over() {
        return over.copy();
    }

    /**
     * Queues a frame. What does not fit ends the session with the next {@link #flush}, unless the endpoint wants it otherwise; a
     * streamed message cannot miss a part.
     */
    Outbox.Offer offer(Outgoing.Frame frame) {
        Outbox.Offer offer = outbox.offer(frame);
        boolean needed = limits.slowClient() == SlowClient.CLOSE || frame.stream() != null;
        if (offer == Outbox.Offer.FULL && needed) {
            overflowed = true;
        }
        return offer;
    }

    /** Whether the next {@link #flush} ends the session, because not all that was sent to it could be queued. */
    boolean isTooSlow() {
        return overflowed && life.open();
    }

    void flush() {
        if (overflowed) {
            end(Ends.SLOW, null);
        }
        if (limits.slowClient() == SlowClient.DROP_OLDEST) {
            outbox.dropped().forEach(this::overflow);
        }
        outbox.flush();
    }

    /** Sends a frame, and tells its stage what became of it. */
    void send(Outgoing.Frame frame) {
        offered(frame, offer(frame));
    }

    /** The second half of {@link #send}, for those who offer a frame under a lock of theirs. */
    void offered(Outgoing.Frame frame, Outbox.Offer offer) {
        flush();
        if (offer == Outbox.Offer.FULL && !overflowed) {
            overflow(frame);
        } else if (offer != Outbox.Offer.QUEUED) {
            refuse(frame);
        }
    }

    private void overflow(Outgoing.Frame frame) {
        if (frame.done() != null) {
            frame.done().completeExceptionally(Ends.overflow(session));
        }
    }

    private void refuse(Outgoing.Frame frame) {
        if (frame.done() != null) {
            frame.done()
                    .completeExceptionally(
                            Ends.exception(session, life.status().orElse(Ends.LOST), "the message was not sent"));
        }
    }

    /** Runs what calls a listener, after {@link Lifecycle#enter}. */
    private void run(Callable<@Nullable CompletionStage<?>> call) {
        CompletionStage<?> pending = null;
        try {
            pending = call.call();
        } catch (Violation violation) {
            end(violation.status(), null);
        } catch (Throwable thrown) {
            threw(thrown);
        }
        if (pending != null) {
            await(pending);
        } else if (life.leave()) {
            tell();
        } else {
            readOn();
        }
    }

    /** Calls nobody, not even {@code onClose}, before the stage is done. */
    private void await(CompletionStage<?> pending) {
        life.await();
        owing.set(true);
        if (!life.open()) {
            readOnIfOwed();
        }
        pending.whenComplete((value, thrown) -> {
            if (thrown != null) {
                threw(Ends.cause(thrown));
            }
            if (life.leave()) {
                tell();
            } else {
                readOnIfOwed();
            }
        });
    }

    private void readOnIfOwed() {
        if (owing.compareAndSet(true, false)) {
            readOn();
        }
    }

    private void threw(Throwable thrown) {
        if (thrown instanceof WebSocketClosedException && !life.open()) {
            return; // it sent something, and the client has left
        }
        LOG.error("A listener of {} threw; the session is closed with 1011", session, thrown);
        end(Ends.FAILED, thrown);
    }

    /** Reads on, at once or when the client is within its rate again. */
    private void readOn() {
        long now = sockets.now();
        long rest = life.open() ? pace.rest(now) : 0;
        if (rest > 0) {
            sockets.later(this, rest);
        } else {
            read(now);
        }
    }

    /** Asks for the next frame. */
    void read(long now) {
        watch.listens(now);
        wire.demand();
    }

    private void tell() {
        CloseStatus status = life.status().orElse(Ends.LOST);
        listeners.tellEnd(
                session,
                status,
                () -> life.error().orElseGet(() -> Ends.exception(session, status, "it broke a rule")));
        sockets.remove(this);
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }
}
