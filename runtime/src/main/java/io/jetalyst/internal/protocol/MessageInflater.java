package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses the messages that one session receives (RFC 7692 §7.2.2). With a context it keeps an inflater from the first message
 * until {@link #close}; without one it borrows an inflater for each message. Used by one thread at a time.
 *
 * <p>The inflated message is passed on in pieces, so a small message that inflates to a large one costs no memory here. The sink counts
 * the bytes and throws if there are too many.
 */
public final class MessageInflater implements AutoCloseable {
    /**
     * Receives the inflated message.
     *
     * @param <E> the exception that it throws to reject the message
     */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        /**
         * Receives the next piece.
         *
         * @param piece at most 8 KiB, valid until this call returns; empty only if it is the last one
         * @param last whether it is the last piece of the message
         */
        void take(ByteBuffer piece, boolean last) throws E;
    }

    /** The bytes that the sender removes from the end of each message (§7.2.2). */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    /** The tail and an empty final block, with which an inflater without context takeover finishes a complete message. */
    private static final byte[] FINAL_TAIL = {0, 0, (byte) 0xff, (byte) 0xff, 3, 0};

    private static final byte[] NOTHING = {};

    private final ZlibPool pool;
    private final boolean context;
    private @Nullable Inflater inflater;
    /** Whether the message has had a byte. */
    private boolean begun;

    private boolean closed;

    public MessageInflater(ZlibPool pool, DeflateAgreement agreement) {
        this.pool = pool;
        this.context = !agreement.clientNoContext();
    }

    /**
     * Decompresses a part of a message, which may be split anywhere. After an exception, only {@link #close} may be called.
     *
     * @param compressed unmasked payload of frames; its position does not move
     * @param last whether it is the last part of the message
     * @param sink may close this inflater, and is not called any more then
     * @throws DataFormatException if the bytes are not a compressed message; the session is closed with 1007
     * @throws E if the sink throws it
     * @throws IllegalStateException after {@link #close}
     */
    public <E extends Exception> void inflate(ByteBuffer compressed, boolean last, Sink<E> sink)
            throws DataFormatException, E {
        if (closed) {
            throw new IllegalStateException("the session has ended");
        }
        byte[] piece = pool.borrowPiece();
        try {
            inflate(compressed, last, new Pieces<>(piece, sink));
        } finally {
            pool.release(piece);
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
        Inflater borrowed = inflater;
        if (borrowed == null) {
            borrowed = pool.borrowInflater();
            inflater = borrowed;
        }
        return borrowed;
    }

    /** Reads the whole input. A final block ends a stream, not the message: another stream may follow (§7.2.3.4). */
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
            inflater.setInput(NOTHING); // otherwise it would retain the buffer
        }
    }

    /** The tail must not produce output. If it does, or if the stream continues behind it, the message was truncated within a block. */
    private <E extends Exception> void readTail(Pieces<E> pieces) throws DataFormatException, E {
        Inflater inflater = this.inflater;
        if (!begun || inflater == null || inflater.finished()) {
            // An empty payload, or one that ends with a final block: neither is as specified, but both are unambiguous.
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
            release();
        }
    }

    /** Returns what is borrowed, even in the middle of a message. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        release();
    }

    private void release() {
        if (inflater != null) {
            pool.release(inflater);
            inflater = null;
        }
    }

    /** Splits the output of an inflater into pieces. */
    private static final class Pieces<E extends Exception> {
        private final byte[] piece;
        private final Sink<E> sink;
        private int filled;

        Pieces(byte[] piece, Sink<E> sink) {
            this.piece = piece;
            this.sink = sink;
        }

        /** Whether a piece was filled, so that there may be more. */
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
