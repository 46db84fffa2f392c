package io.jetalyst.jetty.fcgi;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** The bytes that a connection has read and not used. It has a buffer of the pool only while there are some. */
final class Input {
    private final ByteBufferPool pool;
    private final int size;
    private @Nullable RetainableByteBuffer buffer;

    /** @param size of a buffer in bytes */
    Input(ByteBufferPool pool, int size) {
        this.pool = pool;
        this.size = size;
    }

    boolean hasRemaining() {
        return buffer != null && buffer.hasRemaining();
    }

    /** The bytes, each of which is used once it is taken from this buffer. */
    ByteBuffer bytes() {
        return buffer == null ? BufferUtil.EMPTY_BUFFER : buffer.getByteBuffer();
    }

    /** Content among the bytes, which keeps their buffer until it is released. */
    Content.Chunk chunk(ByteBuffer content) {
        RetainableByteBuffer shared = buffer;
        if (shared == null) {
            return Content.Chunk.from(content, false);
        }
        shared.retain();
        return Content.Chunk.asChunk(content, false, shared);
    }

    /**
     * Reads more, after all bytes are used.
     *
     * @return their number; 0 if none have arrived, -1 if the peer has closed the connection
     */
    int fill(EndPoint endPoint) {
        if (buffer != null && buffer.isRetained()) { // the handler has not used the content yet
            release();
        }
        if (buffer == null) {
            buffer = pool.acquire(size, true);
        }
        int count;
        try {
            count = endPoint.fill(buffer.getByteBuffer());
        } catch (IOException broken) {
            count = -1;
        }
        if (count <= 0) {
            release();
        }
        return count;
    }

    void release() {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
