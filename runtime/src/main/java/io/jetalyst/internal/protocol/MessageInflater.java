package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses the messages that one session receives (RFC 7692 §7.2.2). With a context it keeps an inflater from the first message
 * until {@link #close}; without one it borrows an inflater for each message. For one thread at a time.
 *
 * <p>What a message becomes is handed on in pieces, so a small message that becomes a large one costs no memory here: it is for the
 * sink to count, and to throw.
 */
public final class MessageInflater implements AutoCloseable {
    /**
     * Takes what a message becomes.
     *
     * @param <E> what it throws if it takes no more
     */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        /**
         * Takes the next piece.
         *
         * @param piece at most 8 KiB, which are overwritten after this call; empty only if it is the last one
         * @param last whether the message ends with it
         */
        void take(ByteBuffer piece, boolean last) throws E;
    }

    /** What each message goes without (§7.2.2). */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    /** The tail and an empty final block, which an inflater without a context finishes with if the message was all there. */
    private static final byte[] FINAL_TAIL = {0, 0, (byte) 0xff, (byte) 0xff, 3, 0};

    private static final byte[] NOTHING = {};

    private final ZlibPool pool;
    private final boolean context;
    private @Nullable Inflater inflater;
    /** Whether there was a byte of the message. */
    private boolean begun;

    private boolean closed;

    public MessageInflater(ZlibPool pool, DeflateAgreement agreement) {
        this.pool = pool;
        this.context = !agreement.clientNoContext();
    }

    /**
     * Decompresses what is there of a message; it may be split anywhere. When this has thrown, nothing but {@link #close} is left.
     *
     * @param compressed unmasked payload of frames; its position does not move
     * @param last whether the message ends with it
     * @param sink may close this inflater, and hears no more then
     * @throws DataFormatException if this is no compressed message: the session ends with 1007
     * @throws E as the sink
     * @throws IllegalStateException after {@link #close}
     */
    public <E extends Exception> void inflate(ByteBuffer compressed, boolean last, Sink<E> sink)
            throws DataFormatException, E {
        if (closed) {
            throw new IllegalStateException("the session has ended");
        }
        byte[] piece = pool.lendPiece();
        try {
            inflate(compressed, last, new Pieces<>(piece, sink));
        } finally {
            pool.giveBack(piece);
        }
    }

    private <E extends Exception> void inflate(ByteBuffer compressed, boolean last, Pieces<E> pieces)
            throws DataFormatException, E {
        if (compressed.hasRemaining()) {
            read(begin(), compressed.slice(), pieces);
        }
        if (last && !closed) {
            readTail(pieces);
            end();
        }
        if (!closed) {
            pieces.handOn(last);
        }
    }

    private Inflater begin() {
        begun = true;
        Inflater lent = inflater;
        if (lent == null) {
            lent = pool.lendInflater();
            inflater = lent;
        }
        return lent;
    }

    /** Reads all of the input. A final block ends a stream, not the message: another stream may follow (§7.2.3.4). */
    private <E extends Exception> void read(Inflater inflater, ByteBuffer input, Pieces<E> pieces)
            throws DataFormatException, E {
        inflater.setInput(input);
        boolean more = true;
        while (more && !closed) {
            if (inflater.finished() && input.hasRemaining()) {
                inflater.reset();
                inflater.setInput(input);
            }
            boolean full = pieces.fill(inflater);
            more = full || (!closed && inflater.finished() && input.hasRemaining());
        }
        if (!closed) {
            inflater.setInput(NOTHING); // it would keep the buffer in memory
        }
    }

    /** Nothing may come of the tail. If something does, or if the stream goes on behind it, the message was cut within a block. */
    private <E extends Exception> void readTail(Pieces<E> pieces) throws DataFormatException, E {
        Inflater inflater = this.inflater;
        if (!begun || inflater == null || inflater.finished()) {
            // An empty payload, or one that ends with a final block: neither is as it should be, but both are clear.
            return;
        }
        long before = inflater.getBytesWritten();
        read(inflater, ByteBuffer.wrap(context ? TAIL : FINAL_TAIL), pieces);
        if (!closed && (inflater.getBytesWritten() != before || !(context || inflater.finished()))) {
            throw new DataFormatException("the message ends within a block");
        }
    }

    private void end() {
        begun = false;
        if (!context) {
            giveBack();
        }
    }

    /** Gives back what is borrowed, also in the middle of a message. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        giveBack();
    }

    private void giveBack() {
        if (inflater != null) {
            pool.giveBack(inflater);
            inflater = null;
        }
    }

    /** Cuts what comes of an inflater. */
    private static final class Pieces<E extends Exception> {
        private final byte[] piece;
        private final Sink<E> sink;
        private int filled;

        Pieces(byte[] piece, Sink<E> sink) {
            this.piece = piece;
            this.sink = sink;
        }

        /** Whether a piece became full, so that there may be more. */
        boolean fill(Inflater inflater) throws DataFormatException, E {
            filled += inflater.inflate(piece, filled, piece.length - filled);
            boolean full = filled == piece.length;
            if (full) {
                handOn(false);
            }
            return full;
        }

        void handOn(boolean last) throws E {
            if (last || filled > 0) {
                ByteBuffer taken = ByteBuffer.wrap(piece, 0, filled);
                filled = 0;
                sink.take(taken, last);
            }
        }
    }
}
