package io.jetalyst.internal.outbox;

import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.internal.protocol.MessageDeflater;
import io.jetalyst.internal.protocol.MessageInflater;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ZlibPool;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The compression of one session that has agreed on it (RFC 7692). One thread inflates and one deflates; any thread may
 * {@link #close}, also meanwhile. After that nothing is inflated or deflated any more.
 */
public final class Deflation {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final DeflateAgreement agreement;
    private final MessageInflater inflater;
    private final MessageDeflater deflater;
    private boolean inflating;
    private boolean closed;
    /** Whether the current outbound message is compressed. Used by the deflating thread only. */
    private boolean compressed;

    public Deflation(ZlibPool pool, DeflateAgreement agreement) {
        this.agreement = agreement;
        this.inflater = new MessageInflater(pool, agreement);
        this.deflater = new MessageDeflater(pool, agreement);
    }

    /**
     * Inflates a piece of a compressed message and hands the result to the sink, a part at a time.
     *
     * @throws java.util.zip.DataFormatException if the bytes are not deflated data
     * @throws Exception thrown by the sink
     */
    public void inflate(ByteBuffer piece, boolean last, MessageInflater.Sink<Exception> sink) throws Exception {
        synchronized (this) {
            if (closed) {
                return;
            }
            inflating = true; // the sink is called without the lock, because it may block
        }
        try {
            inflater.inflate(piece, last, sink);
        } finally {
            synchronized (this) {
                inflating = false;
                if (closed) {
                    inflater.close();
                }
            }
        }
    }

    /** The payload to send for a frame; {@link #isCompressed} says whether it is compressed. */
    ByteBuffer deflate(Outbound.Frame frame) {
        synchronized (deflater) {
            if (isClosed()) {
                compressed = false;
                return NOTHING;
            }
            if (frame.stream() != null) {
                compressed = frame.opcode() != Opcode.CONTINUATION;
                return deflater.deflate(frame.payload(), frame.last());
            }
            Optional<ByteBuffer> whole = frame.deflated() != null && agreement.serverNoContext()
                    ? frame.deflated().by(deflater, agreement)
                    : deflater.deflateWhole(frame.payload());
            compressed = whole.isPresent();
            return whole.orElse(frame.payload());
        }
    }

    /** Whether the last frame started a compressed message. */
    boolean isCompressed() {
        return compressed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Returns the compressors to the pool, at once or as soon as they are not in use. */
    public void close() {
        synchronized (this) {
            closed = true;
            if (!inflating) {
                inflater.close();
            }
        }
        synchronized (deflater) {
            deflater.close();
        }
    }
}
