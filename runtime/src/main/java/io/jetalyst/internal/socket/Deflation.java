package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.internal.protocol.MessageDeflater;
import io.jetalyst.internal.protocol.MessageInflater;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ZlibPool;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * The compression of one session that has agreed on it (RFC 7692): one thread inflates and one deflates, and any may {@link #close},
 * also while they do. What is inflated and deflated after that is of no interest to anybody.
 */
final class Deflation {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final DeflateAgreement agreement;
    private final MessageInflater inflater;
    private final MessageDeflater deflater;
    private boolean inflating;
    private boolean closed;
    /** Whether the message that is sent is compressed; the deflating thread's. */
    private boolean compressed;

    Deflation(ZlibPool pool, DeflateAgreement agreement) {
        this.agreement = agreement;
        this.inflater = new MessageInflater(pool, agreement);
        this.deflater = new MessageDeflater(pool, agreement);
    }

    /** Hands on what a piece of a compressed message becomes, a part at a time. */
    void inflate(ByteBuffer piece, boolean last, MessageInflater.Sink<Exception> sink) throws Exception {
        synchronized (this) {
            if (closed) {
                return;
            }
            inflating = true; // without the lock, for the sink may block
        }
        try {
            inflater.inflate(piece, last, sink);
        } catch (DataFormatException broken) {
            throw Violation.notDeflated();
        } finally {
            synchronized (this) {
                inflating = false;
                if (closed) {
                    inflater.close();
                }
            }
        }
    }

    /** The payload that a frame leaves with; {@link #compressed} tells what it is. */
    ByteBuffer deflate(Outgoing.Frame frame) {
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

    /** Whether the last frame began a compressed message. */
    boolean compressed() {
        return compressed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Gives the compressors back, at once or when they are not used any more. */
    void close() {
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
