package io.jetalyst.internal.protocol;

import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The compressors of one application. By zlib's own account (its zconf.h, for a window of 15 bits) a deflater holds 256 KiB of native
 * memory, an inflater 32 KiB, and each a little more. So sessions borrow them for a short time. The pool never lets a session wait: it
 * creates as many as are needed at one time, and keeps at most 16 idle ones of each kind. Thread-safe.
 */
public final class ZlibPool implements AutoCloseable {
    /** The largest piece of inflated data. */
    static final int PIECE_BYTES = 8192;

    private static final int MAX_IDLE = 16;

    private final Pool<Deflater> deflaters = new Pool<>(
            MAX_IDLE, () -> new Deflater(Deflater.DEFAULT_COMPRESSION, true), Deflater::reset, Deflater::end);
    private final Pool<Inflater> inflaters =
            new Pool<>(MAX_IDLE, () -> new Inflater(true), Inflater::reset, Inflater::end);
    private final Pool<byte[]> pieces = new Pool<>(MAX_IDLE, () -> new byte[PIECE_BYTES], piece -> {}, piece -> {});

    Deflater borrowDeflater() {
        return deflaters.borrow();
    }

    void release(Deflater deflater) {
        deflaters.release(deflater);
    }

    Inflater borrowInflater() {
        return inflaters.borrow();
    }

    void release(Inflater inflater) {
        inflaters.release(inflater);
    }

    byte[] borrowPiece() {
        return pieces.borrow();
    }

    void release(byte[] piece) {
        pieces.release(piece);
    }

    /** How many deflaters and inflaters hold native memory, borrowed ones included. */
    public int alive() {
        return deflaters.alive() + inflaters.alive();
    }

    /** Frees all idle objects, and from now on each one that is released. May be called more than once. */
    @Override
    public void close() {
        deflaters.close();
        inflaters.close();
        pieces.close();
    }
}
