package io.jetalyst.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The bytes of one socket that were read before the receiver accepted those in front of them. The lock of the {@link SocketInput} guards
 * it, except that the thread which {@linkplain #start has started} to read ahead appends and shows the bytes without the lock.
 */
final class ReadAhead {
    private static final int MAX_BYTES = 16 * 1024;

    private ByteBuffer bytes = BufferUtil.EMPTY_BUFFER;
    /** Whether a thread reads ahead; the busy thread must not read then. */
    private boolean active;
    /** Whether the end of the input was reached. */
    private boolean ended;

    /** A copy that is independent of Jetty's buffers. */
    static ByteBuffer copy(ByteBuffer bytes) {
        return bytes.hasRemaining()
                ? ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()
                : BufferUtil.EMPTY_BUFFER;
    }

    boolean isActive() {
        return active;
    }

    /** Whether a thread may read more. */
    boolean canStart() {
        return !active && !ended && bytes.remaining() < MAX_BYTES;
    }

    /** Starts to read ahead, if a thread may; {@link #end} follows. */
    boolean start() {
        active = canStart();
        return active;
    }

    /** Reads once without the lock; returns whether the end of the input was reached. */
    boolean fill(EndPoint endPoint, ByteBufferPool buffers) {
        RetainableByteBuffer input = buffers.acquire(MAX_BYTES, true);
        try {
            ByteBuffer read = input.getByteBuffer();
            BufferUtil.clear(read);
            int count = endPoint.fill(read);
            if (count > 0) {
                append(read);
            }
            return count < 0;
        } catch (IOException e) {
            return true; // the thread that reads on fails in the same way
        } finally {
            input.release();
        }
    }

    void append(ByteBuffer more) {
        bytes = ByteBuffer.allocate(bytes.remaining() + more.remaining())
                .put(bytes)
                .put(more)
                .flip();
    }

    boolean isEmpty() {
        return !bytes.hasRemaining();
    }

    /** All bytes, which stay here. */
    ByteBuffer view() {
        return bytes.duplicate();
    }

    /** Returns all bytes, and keeps none. */
    ByteBuffer take() {
        ByteBuffer all = bytes;
        bytes = BufferUtil.EMPTY_BUFFER;
        return all;
    }

    /** Ends {@link #start}. */
    void end(boolean endOfInput) {
        active = false;
        ended |= endOfInput;
    }

    /** Whether nothing follows these bytes. */
    boolean hasEnded() {
        return ended;
    }
}
