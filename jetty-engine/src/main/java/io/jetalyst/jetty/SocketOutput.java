package io.jetalyst.jetty;

import io.jetalyst.engine.SocketWire.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of one socket, one buffer at a time. It holds a pooled buffer from {@link #buffer} to {@link #write} only. */
final class SocketOutput {
    private static final int BYTES = 32 * 1024;

    private final EndPoint endPoint;
    private final ByteBufferPool buffers;
    /** The channel of a connection without TLS and HTTP/2. */
    private final @Nullable SocketChannel channel;

    private @Nullable RetainableByteBuffer current;
    /** Whether the network has not accepted the last write yet. */
    private volatile boolean waiting;

    SocketOutput(EndPoint endPoint, ByteBufferPool buffers) {
        this.endPoint = endPoint;
        this.buffers = buffers;
        this.channel = endPoint instanceof SocketChannelEndPoint plain ? plain.getChannel() : null;
    }

    /** An empty buffer to fill, flip and pass to {@link #write}. */
    ByteBuffer buffer() {
        RetainableByteBuffer acquired = buffers.acquire(BYTES, true);
        current = acquired;
        BufferUtil.clearToFill(acquired.getByteBuffer());
        return acquired.getByteBuffer();
    }

    /**
     * Writes the buffer; {@code false} if the network does not accept all of it at once. The remaining bytes are copied, so that a client
     * that does not read does not occupy a pooled buffer.
     */
    boolean write(ByteBuffer bytes, Written written) {
        ByteBuffer left;
        try {
            if (flush(bytes)) {
                return true;
            }
            left = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        } catch (IOException e) {
            endPoint.close(e);
            written.written(e);
            return false;
        } finally {
            release();
        }
        waiting = true;
        endPoint.write(new PendingWrite(written), left);
        return false;
    }

    /**
     * Cancels the pending write before the end point is closed: otherwise a stream of HTTP/2 would hold it for as long as the peer opens no
     * window.
     */
    void cancel() {
        if (channel == null && waiting) {
            ClosedChannelException closed = new ClosedChannelException();
            Callback cancelled = endPoint.cancelWrite(closed);
            if (cancelled != null) {
                cancelled.failed(closed);
            }
        }
    }

    /** Jetty's gathering write costs more than a write of the single buffer. */
    private boolean flush(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            return endPoint.flush(bytes);
        }
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    /** Releases the {@link #buffer} unwritten. */
    void discard() {
        release();
    }

    private void release() {
        RetainableByteBuffer used = current;
        current = null;
        if (used != null) {
            BufferUtil.clear(used.getByteBuffer());
            used.release();
        }
    }

    /** Receives the result of a pending write. Jetty itself leaves a connection open that it cannot write to. */
    private final class PendingWrite implements Callback {
        private final Written written;

        PendingWrite(Written written) {
            this.written = written;
        }

        @Override
        public void succeeded() {
            waiting = false;
            written.written(null);
        }

        @Override
        public void failed(Throwable cause) {
            waiting = false;
            endPoint.close(cause);
            written.written(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
