package io.jetalyst.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A body as a blocking stream. Used by one thread at a time. */
final class BodyInputStream extends InputStream {
    private static final byte[] NOTHING = new byte[0];

    private final PulledBody body;
    private byte[] part = NOTHING;
    private int position;
    private boolean ended;
    private boolean closed;
    /** Counted down when a part has arrived; kept after an interrupt, for the next read. */
    private @Nullable CountDownLatch arrival;

    BodyInputStream(PulledBody body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        return hasPart() ? part[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!hasPart()) {
            return -1;
        }
        int count = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return part.length - position;
    }

    @Override
    public void close() {
        closed = true;
        part = NOTHING;
        position = 0;
    }

    private boolean hasPart() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        while (!ended && position == part.length) {
            byte[] next = take();
            if (next == null) {
                awaitArrival();
            } else if (next == PulledBody.END) {
                ended = true;
            } else {
                part = next;
                position = 0;
            }
        }
        return !ended;
    }

    private byte @Nullable [] take() throws IOException {
        try {
            return arrival == null ? body.take() : null;
        } catch (RuntimeException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private void awaitArrival() throws IOException {
        CountDownLatch latch = arrival;
        if (latch == null) {
            latch = new CountDownLatch(1);
            arrival = latch;
            body.await(latch::countDown);
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while waiting for the request body").initCause(e);
        }
        arrival = null;
    }
}
