package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.FrameReader;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ProtocolException;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.SlowClient;
import io.jetalyst.socket.WebSocketClosedException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket from its opening to its end. What comes from the wire goes to the listeners, one at a time; more is read when a listener
 * is done, its stage included, and when pongs are written. Whatever ends the socket goes through {@link Lifecycle}, once.
 */
final class Connection implements Outbox.Owner {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final SocketWire wire;
    private final SocketLimits limits;
    private final Sockets sockets;
    private final Listeners listeners;
    private final Session session;
    private final FrameReader reader;
    private final Inbox inbox;
    private final Pace pace;
    private final Outbox outbox;
    private final Lifecycle life = new Lifecycle();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Watch watch;
    private volatile boolean overflowed;
    /** Why reading rests: until the stage of a listener is done, or until pongs are written. */
    private final AtomicBoolean owing = new AtomicBoolean();

    private final AtomicBoolean answering = new AtomicBoolean();
    /** Whether the client broke the protocol, so that what it sends has no meaning any more. */
    private volatile boolean broken;
    /** Close frames: that of the client has come, ours is written. */
    private volatile boolean closeCame;

    private volatile boolean closeSent;

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
        this.reader = new FrameReader(limits.messageBytes(), false);
        this.inbox = new Inbox(session, listeners, limits);
        this.outbox = new Outbox(wire, limits, sockets::now, this);
        long now = sockets.now();
        this.pace = new Pace(limits, now);
        this.watch = new Watch(this, limits, life, outbox, pace, now);
    }

    /** Calls {@code onOpen}. */
    void open() {
        sockets.add(this);
        try {
            listeners.takeOpen(session);
        } catch (Throwable thrown) {
            threw(thrown);
        }
        leave();
        watch.listens(sockets.now());
    }

    /** Takes bytes; {@code false} if reading rests, until the wire is told to resume. */
    boolean received(ByteBuffer bytes) {
        long now = sockets.now();
        boolean readOn = true;
        try {
            checkTime(watch.heard(now));
            readOn = readAll(bytes, now);
        } catch (ProtocolException fault) {
            broken = true;
            Cause cause = fault.code() == CloseStatus.TOO_BIG ? Cause.TOO_BIG : Cause.PROTOCOL;
            end(new CloseStatus(fault.code(), fault.reason(), cause), null);
        } finally {
            outbox.release();
            outbox.flush();
        }
        if (broken || closeCame) {
            bytes.position(bytes.limit());
        }
        if (readOn) {
            pace.unfinished(reader.unfinished());
            watch.listens(sockets.now());
        }
        return readOn;
    }

    private void checkTime(long waited) {
        Violation violation = pace.waited(waited);
        if (violation != null) {
            end(violation.status(), null);
        }
    }

    private boolean readAll(ByteBuffer bytes, long now) throws ProtocolException {
        while (!broken && !closeCame && reader.next(bytes)) {
            if (bytes.hasRemaining()) {
                outbox.hold();
            } else {
                outbox.release();
            }
            if (!frame(reader.opcode(), reader.payload(), now) || rests(now)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a frame, or a piece of one; {@code false} if reading rests. */
    private boolean frame(int opcode, ByteBuffer payload, long now) throws ProtocolException {
        if (opcode == Opcode.CLOSE) {
            closed(CloseFrame.read(payload));
            return true;
        }
        if (!life.open()) {
            return true;
        }
        Violation violation = pace.take(opcode, reader.last(), now);
        if (violation != null) {
            end(violation.status(), null);
            return true;
        }
        return opcode == Opcode.PING ? pong(payload) : listen(opcode, payload);
    }

    private boolean pong(ByteBuffer payload) {
        outbox.offerPong(copy(payload));
        outbox.flush();
        if (!outbox.isStuck()) {
            return true;
        }
        answering.set(true);
        return !outbox.isStuck() && answering.compareAndSet(true, false);
    }

    @Override
    public void unstuck() {
        if (answering.compareAndSet(true, false)) {
            resume();
        }
    }

    /** Whether the client is above its rate; then the clock resumes. */
    private boolean rests(long came) {
        if (!pace.isAbove(came) || !life.open()) {
            return false;
        }
        long rest = pace.rest(sockets.now());
        if (rest > 0) {
            sockets.later(this, rest);
        }
        return rest > 0;
    }

    /** Calls a listener; {@code false} if its stage is waited for. */
    private boolean listen(int opcode, ByteBuffer payload) {
        if (!life.enter()) {
            return true;
        }
        CompletionStage<?> pending = null;
        try {
            pending = opcode == Opcode.PONG
                    ? listeners.takePong(session, copy(payload))
                    : inbox.take(opcode, reader.begins(), reader.last(), payload);
        } catch (Violation violation) {
            end(violation.status(), null);
        } catch (Throwable thrown) {
            threw(thrown);
        }
        if (pending != null) {
            return await(pending);
        }
        leave();
        return true;
    }

    /** Calls nobody, not even {@code onClose}, before the stage is done. */
    private boolean await(CompletionStage<?> pending) {
        life.await();
        outbox.release();
        outbox.flush(); // the stage may wait for what was sent
        owing.set(true);
        pending.whenComplete((value, thrown) -> {
            if (thrown != null) {
                threw(Ends.cause(thrown));
            }
            leave();
            resumeIfOwed();
        });
        if (!life.open()) {
            resumeIfOwed();
        }
        return false;
    }

    private void leave() {
        if (life.leave()) {
            tell();
        }
    }

    private void resumeIfOwed() {
        if (owing.compareAndSet(true, false)) {
            resume();
        }
    }

    private void threw(Throwable thrown) {
        if (thrown instanceof WebSocketClosedException && !life.open()) {
            return; // it sent something, and the client has left
        }
        LOG.error("A listener of {} threw; the session is closed with 1011", session, thrown);
        end(Ends.FAILED, thrown);
    }

    /** The client closes: what waits is dropped, its close frame is answered, and that is all. */
    private void closed(CloseFrame close) {
        closeCame = true;
        if (life.end(new CloseStatus(close.code(), close.reason(), Cause.CLIENT), null, sockets.now())) {
            session.subscriptions().end();
            outbox.closeAtOnce(new CloseFrame(close.code(), "")).forEach(this::refuse);
        } else if (closeSent) {
            wire.close();
        }
    }

    @Override
    public void closeSent() {
        closeSent = true;
        if (closeCame) {
            wire.close();
        } else if (broken) {
            wire.shutdownOutput(); // the client shall read why, and then that there is nothing more
        }
    }

    /** Ends the connection with a close frame of ours, after all that was sent; at once where the client does not read. */
    void end(CloseStatus status, @Nullable Throwable error) {
        if (!life.end(status, error, sockets.now())) {
            return;
        }
        session.subscriptions().end();
        CloseFrame close = new CloseFrame(status.code(), status.reason());
        boolean waits = status.cause() != Cause.SLOW_CLIENT && status.cause() != Cause.IDLE;
        (waits ? outbox.close(close) : outbox.closeAtOnce(close)).forEach(this::refuse);
        outbox.flush();
        resumeIfOwed(); // for the answer to our close: no listener is called any more, so none is waited for
    }

    /** The connection is gone. */
    void gone(@Nullable Throwable failure) {
        if (life.end(Ends.LOST, failure, sockets.now())) {
            session.subscriptions().end();
        }
        outbox.empty().forEach(this::refuse);
        over.complete(null);
        if (life.gone()) {
            tell();
        }
    }

    /** Ends it now, without a close frame if none has left. */
    void cut() {
        wire.close();
        gone(null);
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

    /** Reads on. */
    void resume() {
        watch.listens(sockets.now());
        wire.resume();
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

    @Override
    public void lost(Outgoing.Frame frame) {
        refuse(frame);
    }

    private void refuse(Outgoing.Frame frame) {
        if (frame.done() != null) {
            frame.done()
                    .completeExceptionally(
                            Ends.exception(session, life.status().orElse(Ends.LOST), "the message was not sent"));
        }
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
