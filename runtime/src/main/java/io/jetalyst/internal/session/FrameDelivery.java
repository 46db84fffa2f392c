package io.jetalyst.internal.session;

import io.jetalyst.internal.inbox.CloseException;
import io.jetalyst.internal.inbox.MessageAssembler;
import io.jetalyst.internal.outbox.Deflation;
import io.jetalyst.internal.protocol.FrameReader;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Inflates the data frames of one session, if they are compressed, and assembles the messages for the listeners. */
final class FrameDelivery {
    private final FrameReader frames;
    private final MessageAssembler assembler;
    private final @Nullable Deflation deflation;
    private long messages;

    FrameDelivery(FrameReader frames, MessageAssembler assembler, @Nullable Deflation deflation) {
        this.frames = frames;
        this.assembler = assembler;
        this.deflation = deflation;
    }

    /**
     * Delivers a piece of the current frame; returns the stage of a listener, or {@code null} if none is pending.
     *
     * @throws CloseException if the message violates a limit or is no valid data
     * @throws Exception thrown by a listener
     */
    @Nullable
    CompletionStage<?> deliver(int opcode, ByteBuffer payload) throws Exception {
        if (frames.last()) {
            messages++;
        }
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

    /** The messages that have arrived. */
    long messages() {
        return messages;
    }

    /** Releases all memory. */
    void close() {
        assembler.close();
        if (deflation != null) {
            deflation.close();
        }
    }

    /** Receives the inflated pieces of a message; only the last piece can leave a stage pending. */
    private final class Inflated {
        private @Nullable CompletionStage<?> pending;

        void accept(ByteBuffer piece, boolean last) throws Exception {
            pending = assembler.accept(piece, last);
        }
    }
}
