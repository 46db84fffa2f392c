package io.jetalyst.internal.session;

import io.jetalyst.internal.inbox.CloseException;
import io.jetalyst.internal.inbox.InboundRateLimiter;
import io.jetalyst.internal.inbox.MessageAssembler;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.outbox.Deflation;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.internal.outbox.Outbox;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.FrameReader;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Passes what a client sends from the wire to the listeners. Reading is paused while a listener or its stage is not done, while pongs
 * cannot be written, and while the client exceeds its rate. Used by one thread at a time, except the methods that resume reading.
 */
final class SessionReader {
    /** How many bytes are read at most from a client that has not answered our close frame. */
    private static final long MAX_LATE_BYTES = 1 << 20;

    /** Reading is paused until the stage of a listener is done. */
    private static final int STAGE = 1;
    /** Reading is paused until pongs are written. */
    private static final int PONG_WRITE = 2;

    private final Connection connection;
    private final Outbox outbox;
    private final Lifecycle life;
    private final InboundRateLimiter limiter;
    private final FrameReader frames;
    private final FrameDelivery delivery;
    /** Why reading is paused: {@link #STAGE}, {@link #PONG_WRITE} or 0. */
    private final AtomicInteger awaited = new AtomicInteger();

    private final ControlFramesAhead ahead;
    /** Whether the client has closed or violated the protocol; everything that follows is ignored. */
    private boolean finished;
    /** Bytes that were received after the session had closed. */
    private long late;

    SessionReader(
            Connection connection,
            InboundRateLimiter limiter,
            @Nullable Deflation deflation,
            MemoryBudget incompleteMessages) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.life = connection.life();
        this.limiter = limiter;
        this.frames = new FrameReader(connection.limits().inbound().frameBytes(), deflation != null);
        this.ahead = new ControlFramesAhead(connection, frames);
        MessageAssembler assembler = new MessageAssembler(
                connection.session(), connection::listeners, connection.limits().inbound(), incompleteMessages);
        this.delivery = new FrameDelivery(frames, assembler, deflation);
    }

    /** Accepts bytes; {@code false} if reading is paused until the wire is resumed. */
    boolean received(ByteBuffer bytes) {
        if (!life.isOpen()) {
            countLate(bytes.remaining());
        }
        long now = connection.now();
        boolean readOn = true;
        ahead.setUnread(bytes);
        try {
            checkTime(connection.keepAlive().onActivity(now));
            readOn = readAll(bytes, now);
        } catch (ProtocolException e) {
            finished = true;
            connection.onProtocolError(e);
        } finally {
            outbox.uncork();
            outbox.flush();
        }
        if (finished) {
            bytes.position(bytes.limit());
        }
        endCurrent(bytes);
        if (readOn) {
            limiter.setIncomplete(frames.isIncomplete());
            connection.keepAlive().startIdleTimer(connection.now());
        }
        return readOn;
    }

    /** The caller reuses the bytes; those that a pending stage leaves unread are copied for {@link #peek}. */
    private void endCurrent(ByteBuffer bytes) {
        if (awaited.get() == STAGE) {
            ByteBuffer unread = bytes.hasRemaining() ? copy(bytes.duplicate()) : ControlFramesAhead.NOTHING;
            life.exclude(() -> ahead.setUnread(unread));
        } else {
            ahead.setUnread(ControlFramesAhead.NOTHING);
        }
    }

    /**
     * Handles the control frames in bytes that are not read yet, because a listener or its stage is not done (RFC 6455 §5.5.2). Any thread
     * may call it.
     *
     * @param following the bytes that follow those of the last call of {@link #received}, or the first of them
     */
    void peek(ByteBuffer following) {
        List<ByteBuffer> pings = new ArrayList<>();
        life.whileListenerActive(() -> {
            if (!finished) {
                ahead.find(following, pings);
            }
        });
        if (!pings.isEmpty()) {
            pings.forEach(payload -> outbox.add(Outbound.Frame.whole(Opcode.PONG, payload, null)));
            outbox.flush();
        }
    }

    /** Checks for control frames that wait behind a listener. */
    void tick(Executor executor, long now) {
        if (life.isListenerActive()) {
            peek(ControlFramesAhead.NOTHING);
            CloseFrame close = ahead.dueClose(now);
            if (close != null) {
                executor.execute(() -> connection.onCloseFrame(close));
            }
        }
    }

    /** A client may finish the message that it is sending before it reads our close frame; a client that sends more ignores it. */
    private void countLate(int bytes) {
        late += bytes;
        if (late > Math.max(MAX_LATE_BYTES, 2L * connection.limits().inbound().frameBytes())) {
            connection.end().abort();
        }
    }

    private void checkTime(long waited) {
        CloseException violation = limiter.addWaited(waited);
        if (violation != null) {
            connection.onViolation(violation);
        }
    }

    private boolean readAll(ByteBuffer bytes, long now) throws ProtocolException {
        while (!finished && frames.next(bytes)) {
            if (bytes.hasRemaining()) {
                outbox.cork();
            } else {
                outbox.uncork();
            }
            if (!accept(frames.opcode(), frames.payload(), now) || pauses(now)) {
                return false;
            }
        }
        return true;
    }

    /** Accepts a frame, or a piece of one; {@code false} if reading is paused. */
    private boolean accept(int opcode, ByteBuffer payload, long now) throws ProtocolException {
        if (opcode == Opcode.CLOSE) {
            CloseFrame close = CloseFrame.read(payload);
            finished = true;
            outbox.uncork();
            outbox.flush(); // the answers to earlier messages, as far as the client reads them
            connection.onCloseFrame(close);
            return true;
        }
        if (!life.isOpen()) {
            return true;
        }
        CloseException violation = limiter.countFrame(opcode, frames.last(), now);
        if (violation != null) {
            connection.onViolation(violation);
            return true;
        }
        return opcode == Opcode.PING ? (ahead.isAnswered() || sendPong(payload)) : callListener(opcode, payload);
    }

    /** Answers a ping regardless of the limits; no more is read until the pong is written. */
    private boolean sendPong(ByteBuffer payload) {
        outbox.add(Outbound.Frame.whole(Opcode.PONG, copy(payload), null));
        outbox.flush();
        if (!outbox.isWritePending()) {
            return true;
        }
        awaited.set(PONG_WRITE);
        return !outbox.isWritePending() && awaited.compareAndSet(PONG_WRITE, 0);
    }

    void pongWritten() {
        if (awaited.get() == PONG_WRITE && awaited.compareAndSet(PONG_WRITE, 0)) {
            resume();
        }
    }

    /** Whether the client exceeds its rate; the timer resumes reading. */
    private boolean pauses(long receivedAt) {
        if (!limiter.isAbove(receivedAt) || !life.isOpen()) {
            return false;
        }
        long pause = limiter.pause(connection.now());
        if (pause > 0) {
            connection.tickLater(pause);
        }
        return pause > 0;
    }

    /** Calls a listener; {@code false} if reading is paused until its stage is done. */
    private boolean callListener(int opcode, ByteBuffer payload) {
        if (!life.enter()) {
            return true;
        }
        BackPressure.Turn turn = connection.beginNonBlocking();
        CompletionStage<?> pending = null;
        try {
            if (opcode == Opcode.PONG) {
                connection.listeners().firePong(connection.session(), copy(payload));
            } else {
                pending = delivery.deliver(opcode, payload);
            }
        } catch (CloseException violation) {
            connection.onViolation(violation);
        } catch (Throwable e) {
            connection.onListenerFailure(e);
        }
        if (turn != null) {
            pending = both(pending, turn.end(connection.wire()::execute));
        }
        if (pending != null) {
            await(pending);
            return false;
        }
        connection.leaveListener();
        return true;
    }

    /** The end of the listener's stage and of the congestion that the listener has met. */
    private static @Nullable CompletionStage<?> both(
            @Nullable CompletionStage<?> stage, @Nullable CompletionStage<Void> relief) {
        if (stage == null || relief == null) {
            return stage == null ? relief : stage;
        }
        return stage.thenCombine(relief, (value, relieved) -> value);
    }

    /** Calls no listener, not even {@code onClose}, before the stage is done. */
    private void await(CompletionStage<?> pending) {
        boolean stillWaits = life.await();
        outbox.uncork();
        outbox.flush(); // the stage may depend on what was sent
        awaited.set(STAGE);
        pending.whenComplete((value, e) -> {
            if (e != null) {
                connection.onListenerFailure(e);
            }
            connection.leaveListener();
            resumeAfterStage();
        });
        if (!life.isOpen()) {
            resumeAfterStage();
        }
        if (!stillWaits) {
            connection.end().abandonStage();
        }
    }

    /** Resumes reading. If the session is closing, the stage need not be done: no message listener is called any more. */
    void resumeAfterStage() {
        if (awaited.compareAndSet(STAGE, 0)) {
            resume();
        }
    }

    /** Releases all memory; the connection has ended. */
    void close() {
        delivery.close();
    }

    long messages() {
        return delivery.messages();
    }

    void resume() {
        connection.keepAlive().startIdleTimer(connection.now());
        connection.wire().resume();
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }
}
