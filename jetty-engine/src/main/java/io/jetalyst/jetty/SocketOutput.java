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

/** Where the bytes of one socket leave, one buffer at a time. It holds one from when it is asked for to when it is written. */
final class SocketOutput {
    private static final int BYTES = 32 * 1024;

    private final EndPoint endPoint;
    private final ByteBufferPool buffers;
    /** Of a connection without TLS or HTTP/2. */
    private final @Nullable SocketChannel channel;

    private @Nullable RetainableByteBuffer current;
    /** Whether the network has not taken what was written last. */
    private volatile boolean waiting;

    SocketOutput(EndPoint endPoint, ByteBufferPool buffers) {
        this.endPoint = endPoint;
        this.buffers = buffers;
        this.channel = endPoint instanceof SocketChannelEndPoint plain ? plain.getChannel() : null;
    }

    /** An empty buffer to be filled, flipped and given to {@link #write}. */
    ByteBuffer buffer() {
        RetainableByteBuffer acquired = buffers.acquire(BYTES, true);
        current = acquired;
        BufferUtil.clearToFill(acquired.getByteBuffer());
        return acquired.getByteBuffer();
    }

    /** Whether the network takes it at once. What it does not is copied: a client that does not read shall not keep a large buffer. */
    boolean write(ByteBuffer bytes, Written written) {
        ByteBuffer left;
        try {
            if (flush(bytes)) {
                return true;
            }
            left = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        } catch (IOException lost) {
            endPoint.close(lost);
            written.written(lost);
            return false;
        } finally {
            release();
        }
        waiting = true;
        endPoint.write(new Rest(written), left);
        return false;
    }

    /**
     * Gives up what the network has not taken, before the end point is closed: a stream of HTTP/2 would keep it for as long as the peer gives
     * it no window, though nobody is there any more.
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

    /** Jetty gathers buffers, which costs more than to write the one there is. */
    private boolean flush(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            return endPoint.flush(bytes);
        }
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    private void release() {
        RetainableByteBuffer used = current;
        current = null;
        if (used != null) {
            BufferUtil.clear(used.getByteBuffer());
            used.release();
        }
    }

    /** Hears what became of what the network did not take at once. Jetty leaves a connection open that can not be written to. */
    private final class Rest implements Callback {
        private final Written written;

        Rest(Written written) {
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
