package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.FrameReader;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends, on its way from the wire to the listeners. Reading rests while a listener is not done, its stage included, while
 * pongs cannot be written, and while the client is above its rate. Used by one thread at a time, but for what tells that reading goes on.
 */
final class Reading {
    /** How much is read in all of a client that has to answer our close frame. */
    private static final long LATE_BYTES = 1 << 20;

    private final Connection connection;
    private final Outbox outbox;
    private final Lifecycle life;
    private final Pace pace;
    private final FrameReader frames;
    private final MessageAssembler assembler;
    private final @Nullable Deflation deflation;
    /** Why reading rests: until the stage of a listener is done, or until pongs are written. */
    private final AtomicBoolean owing = new AtomicBoolean();

    private final AtomicBoolean answering = new AtomicBoolean();
    /** Whether the client has closed, or broken the protocol, so that nothing that follows has a meaning. */
    private boolean over;
    /** Bytes that came after the session had ended. */
    private long late;

    Reading(Connection connection, Pace pace, @Nullable Deflation deflation) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.life = connection.life();
        this.pace = pace;
        this.frames = new FrameReader(connection.limits().frameBytes(), deflation != null);
        this.assembler = new MessageAssembler(
                connection.session(), connection.listeners(), connection.limits(), connection.unfinished());
        this.deflation = deflation;
    }

    /** Takes bytes; {@code false} if reading rests, until the wire is told to resume. */
    boolean received(ByteBuffer bytes) {
        if (!life.open()) {
            countLate(bytes.remaining());
        }
        long now = connection.now();
        boolean readOn = true;
        try {
            checkTime(connection.liveness().heard(now));
            readOn = readAll(bytes, now);
        } catch (ProtocolException fault) {
            over = true;
            connection.broken(fault);
        } finally {
            outbox.uncork();
            outbox.flush();
        }
        if (over) {
            bytes.position(bytes.limit());
        }
        if (readOn) {
            pace.unfinished(frames.unfinished());
            connection.liveness().listens(connection.now());
        }
        return readOn;
    }

    /** A client may finish the message it is sending before it sees our close frame; one that sends more does not look for it. */
    private void countLate(int bytes) {
        late += bytes;
        if (late > Math.max(LATE_BYTES, 2L * connection.limits().frameBytes())) {
            connection.cut();
        }
    }

    private void checkTime(long waited) {
        Violation violation = pace.waited(waited);
        if (violation != null) {
            connection.end(violation.status(), null);
        }
    }

    private boolean readAll(ByteBuffer bytes, long now) throws ProtocolException {
        while (!over && frames.next(bytes)) {
            if (bytes.hasRemaining()) {
                outbox.cork();
            } else {
                outbox.uncork();
            }
            if (!take(frames.opcode(), frames.payload(), now) || rests(now)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a frame, or a piece of one; {@code false} if reading rests. */
    private boolean take(int opcode, ByteBuffer payload, long now) throws ProtocolException {
        if (opcode == Opcode.CLOSE) {
            CloseFrame close = CloseFrame.read(payload);
            over = true;
            outbox.uncork();
            outbox.flush(); // the answers to what came before it, as far as the client takes them
            connection.closed(close);
            return true;
        }
        if (!life.open()) {
            return true;
        }
        Violation violation = pace.take(opcode, frames.last(), now);
        if (violation != null) {
            connection.end(violation.status(), null);
            return true;
        }
        return opcode == Opcode.PING ? pong(payload) : listen(opcode, payload);
    }

    /** Answers a ping, whatever waits already: as long as the pong is stuck, no more is read. */
    private boolean pong(ByteBuffer payload) {
        outbox.add(Outgoing.Frame.whole(Opcode.PONG, copy(payload), null));
        outbox.flush();
        if (!outbox.isStuck()) {
            return true;
        }
        answering.set(true);
        return !outbox.isStuck() && answering.compareAndSet(true, false);
    }

    /** Pongs are written, if they were waited for. */
    void answered() {
        if (answering.get() && answering.compareAndSet(true, false)) {
            resume();
        }
    }

    /** Whether the client is above its rate; then the clock resumes. */
    private boolean rests(long came) {
        if (!pace.isAbove(came) || !life.open()) {
            return false;
        }
        long rest = pace.rest(connection.now());
        if (rest > 0) {
            connection.later(rest);
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
            if (opcode == Opcode.PONG) {
                connection.listeners().takePong(connection.session(), copy(payload));
            } else {
                pending = data(opcode, payload);
            }
        } catch (Violation violation) {
            connection.end(violation.status(), null);
        } catch (Throwable thrown) {
            connection.threw(thrown);
        }
        if (pending != null) {
            await(pending);
            return false;
        }
        connection.leave();
        return true;
    }

    private @Nullable CompletionStage<?> data(int opcode, ByteBuffer payload) throws Exception {
        assembler.begin(opcode, frames.begins());
        if (deflation == null || !frames.compressed()) {
            return assembler.take(payload, frames.last());
        }
        Inflated inflated = new Inflated();
        deflation.inflate(payload, frames.last(), inflated::take);
        return inflated.pending;
    }

    /** Calls nobody, not even {@code onClose}, before the stage is done. */
    private void await(CompletionStage<?> pending) {
        boolean waits = life.await();
        outbox.uncork();
        outbox.flush(); // the stage may wait for what was sent
        owing.set(true);
        pending.whenComplete((value, thrown) -> {
            if (thrown != null) {
                connection.threw(CloseStatuses.cause(thrown));
            }
            connection.leave();
            resumeIfOwed();
        });
        if (!life.open()) {
            resumeIfOwed();
        }
        if (!waits) {
            connection.abandon();
        }
    }

    /** Reads on although a stage is not done: the session ends, so no listener is called any more, and the client may close. */
    void resumeIfOwed() {
        if (owing.compareAndSet(true, false)) {
            resume();
        }
    }

    /** The connection is gone. */
    void close() {
        assembler.close();
        if (deflation != null) {
            deflation.close();
        }
    }

    void resume() {
        connection.liveness().listens(connection.now());
        connection.wire().resume();
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }

    /** Takes what a compressed message becomes; only with its last piece can a stage be pending. */
    private final class Inflated {
        private @Nullable CompletionStage<?> pending;

        void take(ByteBuffer piece, boolean last) throws Exception {
            pending = assembler.take(piece, last);
        }
    }
}
