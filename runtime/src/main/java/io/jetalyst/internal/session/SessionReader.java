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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Passes what a client sends from the wire to the listeners. Reading is paused while a listener or its stage is not done, while pongs
 * cannot be written, and while the client exceeds its rate. Used by one thread at a time, except the methods that resume reading.
 */
final class SessionReader {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** How long a listener may delay the answer to a close frame, so that what it sends is sent before. */
    private static final long CLOSE_DELAY = Duration.ofMillis(500).toNanos();

    /** How many bytes are read at most from a client that has not answered our close frame. */
    private static final long MAX_LATE_BYTES = 1 << 20;

    private final Connection connection;
    private final Outbox outbox;
    private final Lifecycle life;
    private final InboundRateLimiter limiter;
    private final FrameReader frames;
    private final MessageAssembler assembler;
    private final @Nullable Deflation deflation;
    /** Whether reading is paused until the stage of a listener is done. */
    private final AtomicBoolean awaitingStage = new AtomicBoolean();

    /** Whether reading is paused until pongs are written. */
    private final AtomicBoolean awaitingPongWrite = new AtomicBoolean();
    /** The bytes of the last call of {@link #received} that were not read yet. Other threads read it while a listener is active. */
    private ByteBuffer current = NOTHING;

    /** The control frames behind the current position that are known already; {@code null} if none ever was. */
    private volatile @Nullable Ahead known;
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
        this.assembler = new MessageAssembler(
                connection.session(),
                connection.listeners(),
                connection.limits().inbound(),
                incompleteMessages);
        this.deflation = deflation;
    }

    /** Accepts bytes; {@code false} if reading is paused until the wire is resumed. */
    boolean received(ByteBuffer bytes) {
        if (!life.isOpen()) {
            countLate(bytes.remaining());
        }
        long now = connection.now();
        boolean readOn = true;
        current = bytes;
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
        if (awaitingStage.get()) {
            ByteBuffer unread = bytes.hasRemaining() ? copy(bytes.duplicate()) : NOTHING;
            life.exclude(() -> current = unread);
        } else {
            current = NOTHING;
        }
    }

    /**
     * Handles the control frames in bytes that are not read yet, because a listener or its stage is not done (RFC 6455 §5.5.2). Any thread
     * may call it.
     *
     * @param ahead the bytes that follow those of the last call of {@link #received}, or the first of them
     */
    void peek(ByteBuffer ahead) {
        List<ByteBuffer> pings = new ArrayList<>();
        life.whileListenerActive(() -> findControlFrames(ahead, pings));
        if (!pings.isEmpty()) {
            pings.forEach(payload -> outbox.add(Outbound.Frame.whole(Opcode.PONG, payload, null)));
            outbox.flush();
        }
    }

    private void findControlFrames(ByteBuffer ahead, List<ByteBuffer> pings) {
        ByteBuffer unread = ByteBuffer.allocate(current.remaining() + ahead.remaining())
                .put(current.duplicate())
                .put(ahead.duplicate())
                .flip();
        if (!unread.hasRemaining() || finished) {
            return;
        }
        Ahead found = known == null ? new Ahead() : known;
        known = found;
        int answered = found.answeredPings;
        for (FrameReader.ControlFrame frame : frames.findControlFrames(unread)) {
            if (frame.opcode() == Opcode.PING && answered > 0) {
                answered--;
            } else if (frame.opcode() == Opcode.PING) {
                if (outbox.isWritePending()) {
                    return; // a client that does not read its pongs has to wait
                }
                found.answeredPings++;
                pings.add(frame.payload());
            } else if (frame.opcode() == Opcode.CLOSE && !frame.afterData() && found.close == null) {
                scheduleClose(found, frame.payload());
                return;
            }
        }
    }

    private void scheduleClose(Ahead found, ByteBuffer payload) {
        try {
            found.close = CloseFrame.read(payload);
            found.closeAt = connection.now() + CLOSE_DELAY;
            connection.tickLater(CLOSE_DELAY);
        } catch (ProtocolException e) {
            found.close = null; // reported when it is read
        }
    }

    /** Checks for control frames that wait behind a listener. */
    void tick(Executor executor, long now) {
        if (life.isListenerActive()) {
            peek(NOTHING);
            Ahead found = known;
            CloseFrame close = found == null || now - found.closeAt < 0 ? null : found.close;
            if (close != null) {
                executor.execute(() -> connection.onCloseFrame(close));
            }
        }
    }

    /** A client may finish the message that it is sending before it reads our close frame; a client that sends more ignores it. */
    private void countLate(int bytes) {
        late += bytes;
        if (late > Math.max(MAX_LATE_BYTES, 2L * connection.limits().inbound().frameBytes())) {
            connection.abort();
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
        return opcode == Opcode.PING ? answerPing(payload) : callListener(opcode, payload);
    }

    private boolean answerPing(ByteBuffer payload) {
        if (known != null && known.answeredPings > 0) {
            known.answeredPings--;
            return true;
        }
        return sendPong(payload);
    }

    /** Answers a ping regardless of the limits; no more is read until the pong is written. */
    private boolean sendPong(ByteBuffer payload) {
        outbox.add(Outbound.Frame.whole(Opcode.PONG, copy(payload), null));
        outbox.flush();
        if (!outbox.isWritePending()) {
            return true;
        }
        awaitingPongWrite.set(true);
        return !outbox.isWritePending() && awaitingPongWrite.compareAndSet(true, false);
    }

    /** No write is pending any more. */
    void pongWritten() {
        if (awaitingPongWrite.get() && awaitingPongWrite.compareAndSet(true, false)) {
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
        CompletionStage<?> pending = null;
        try {
            if (opcode == Opcode.PONG) {
                connection.listeners().firePong(connection.session(), copy(payload));
            } else {
                pending = deliver(opcode, payload);
            }
        } catch (CloseException violation) {
            connection.onViolation(violation);
        } catch (Throwable e) {
            connection.onListenerFailure(e);
        }
        if (pending != null) {
            await(pending);
            return false;
        }
        connection.leaveListener();
        return true;
    }

    private @Nullable CompletionStage<?> deliver(int opcode, ByteBuffer payload) throws Exception {
        assembler.beginFrame(opcode, frames.begins());
        if (deflation == null || !frames.isCompressed()) {
            return assembler.accept(payload, frames.last());
        }
        Inflated inflated = new Inflated();
        try {
            deflation.inflate(payload, frames.last(), inflated::accept);
        } catch (DataFormatException e) {
            throw CloseException.notDeflated();
        }
        return inflated.pending;
    }

    /** Calls no listener, not even {@code onClose}, before the stage is done. */
    private void await(CompletionStage<?> pending) {
        boolean stillWaits = life.await();
        outbox.uncork();
        outbox.flush(); // the stage may depend on what was sent
        awaitingStage.set(true);
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
            connection.abandonStage();
        }
    }

    /** Resumes reading. If the session is closing, the stage need not be done: no message listener is called any more. */
    void resumeAfterStage() {
        if (awaitingStage.compareAndSet(true, false)) {
            resume();
        }
    }

    /** Releases all memory; the connection has ended. */
    void close() {
        assembler.close();
        if (deflation != null) {
            deflation.close();
        }
    }

    void resume() {
        connection.keepAlive().startIdleTimer(connection.now());
        connection.wire().resume();
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }

    /** Receives the inflated pieces of a message; only the last piece can leave a stage pending. */
    private final class Inflated {
        private @Nullable CompletionStage<?> pending;

        void accept(ByteBuffer piece, boolean last) throws Exception {
            pending = assembler.accept(piece, last);
        }
    }

    /** The control frames that {@link #peek} has found. Guarded by the lifecycle while a listener is active, else used by the reader. */
    private static final class Ahead {
        /** How many of the next pings are answered already. */
        private int answeredPings;
        /** The close frame, if no data is before it. */
        private volatile @Nullable CloseFrame close;

        private volatile long closeAt;
    }
}
