package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses the messages that one session sends (RFC 7692 §7.2.1). With a context it keeps a deflater from the first message until
 * {@link #close}; without one it borrows a deflater for each message. Used by one thread at a time.
 *
 * <p>Without context takeover, the same parameters produce the same bytes in all sessions.
 */
public final class MessageDeflater implements AutoCloseable {
    /** Compression hardly makes smaller messages smaller. */
    private static final int LEAST_BYTES = 128;

    private static final byte[] NOTHING = {};
    /** The header of an empty block, without the tail that is removed from each message (§7.2.3.6). */
    private static final byte[] EMPTY_PART = {0};

    private final ZlibPool pool;
    private final boolean context;
    /** How many bytes are compressed before the deflater is reset, so that no distance exceeds the window. */
    private final int chunk;

    private final int flush;
    private @Nullable Deflater deflater;
    private boolean closed;

    public MessageDeflater(ZlibPool pool, DeflateAgreement agreement) {
        boolean fullWindow = agreement.serverWindow() == 1 << DeflateAgreement.FULL_WINDOW_BITS;
        this.pool = pool;
        this.context = !agreement.serverNoContext();
        // The JDK's deflater always has a window of 15 bits. Within a chunk of the size of a smaller window, no
        // distance can exceed that window.
        this.chunk = fullWindow ? Integer.MAX_VALUE : agreement.serverWindow();
        this.flush = fullWindow ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH;
    }

    /**
     * Compresses a whole message if that makes sense: without context takeover, if it has at least 128 bytes and gets smaller. With
     * context takeover, each non-empty message is compressed, because the next may refer to it.
     *
     * @return empty if the message is sent uncompressed, in frames without RSV1
     */
    public Optional<ByteBuffer> deflateWhole(ByteBuffer message) {
        if (message.remaining() < (context ? 1 : LEAST_BYTES)) {
            return Optional.empty();
        }
        ByteBuffer deflated = deflate(message, true);
        return context || deflated.remaining() < message.remaining() ? Optional.of(deflated) : Optional.empty();
    }

    /**
     * Compresses the next part of a message; a whole message is one last part.
     *
     * @param part its position does not move
     * @return the payload of one frame; may be empty, but not for the last part
     * @throws IllegalStateException after {@link #close}
     */
    public ByteBuffer deflate(ByteBuffer part, boolean last) {
        if (closed) {
            throw new IllegalStateException("the session has ended");
        }
        ByteBuffer deflated = part.hasRemaining()
                ? compress(part.slice(), last)
                : ByteBuffer.wrap(last ? EMPTY_PART.clone() : NOTHING);
        if (last && !context) {
            release();
        }
        return deflated;
    }

    private ByteBuffer compress(ByteBuffer part, boolean last) {
        Deflater deflater = begun();
        DeflatedBytes deflated = new DeflatedBytes(part.remaining());
        for (int from = 0; from < part.limit(); from += Math.min(chunk, part.limit() - from)) {
            deflater.setInput(part.slice(from, Math.min(chunk, part.limit() - from)));
            deflated.take(deflater, flush);
        }
        deflater.setInput(NOTHING); // otherwise it would retain the part
        if (last) {
            deflated.removeTail();
        }
        return deflated.toBuffer();
    }

    private Deflater begun() {
        Deflater begun = deflater;
        if (begun == null) {
            begun = pool.borrowDeflater();
            deflater = begun;
        }
        return begun;
    }

    /** Returns what is borrowed, even in the middle of a message. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        release();
    }

    private void release() {
        if (deflater != null) {
            pool.release(deflater);
            deflater = null;
        }
    }
}
