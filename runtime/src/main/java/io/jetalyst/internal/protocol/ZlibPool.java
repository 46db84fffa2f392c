package io.jetalyst.internal.protocol;

import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The compressors of one application. By zlib's own account (its zconf.h, for a window of 15 bits) a deflater holds 256 KiB of native
 * memory, an inflater 32 KiB, and each some more for itself. So sessions borrow them for as short as they can. The pool never makes a
 * session wait: it makes as many as are needed at one time, and keeps at most 16 of a kind that nobody needs. Safe for all threads.
 */
public final class ZlibPool implements AutoCloseable {
    /** What is inflated comes in pieces of at most so many bytes. */
    static final int PIECE_BYTES = 8192;

    private static final int MOST_IDLE = 16;

    private final Shelf<Deflater> deflaters = new Shelf<>(
            MOST_IDLE, () -> new Deflater(Deflater.DEFAULT_COMPRESSION, true), Deflater::reset, Deflater::end);
    private final Shelf<Inflater> inflaters =
            new Shelf<>(MOST_IDLE, () -> new Inflater(true), Inflater::reset, Inflater::end);
    private final Shelf<byte[]> pieces = new Shelf<>(MOST_IDLE, () -> new byte[PIECE_BYTES], piece -> {}, piece -> {});

    Deflater lendDeflater() {
        return deflaters.lend();
    }

    void giveBack(Deflater deflater) {
        deflaters.giveBack(deflater);
    }

    Inflater lendInflater() {
        return inflaters.lend();
    }

    void giveBack(Inflater inflater) {
        inflaters.giveBack(inflater);
    }

    byte[] lendPiece() {
        return pieces.lend();
    }

    void giveBack(byte[] piece) {
        pieces.giveBack(piece);
    }

    /** How many deflaters and inflaters hold native memory, lent ones included. */
    public int alive() {
        return deflaters.alive() + inflaters.alive();
    }

    /** Ends all that is not lent, and from now on each that is given back. May be called more than once. */
    @Override
    public void close() {
        deflaters.close();
        inflaters.close();
        pieces.close();
    }
}
