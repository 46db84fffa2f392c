package io.jetalyst.jetty;

import io.jetalyst.http.ResponseBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Writes a region of a file, one part at a time. A thread for blocking tasks reads each part; while the client does not read, the response
 * keeps the buffer of one part, but no thread.
 */
final class FileSender implements Runnable, Callback {
    private static final int PART_BYTES = 32 * 1024;

    private final ResponseBody.FileRegion region;
    private final Response response;
    private final BlockingThreads threads;
    private final Callback completion;
    private final AtomicReference<State> state = new AtomicReference<>(State.READING);

    /** One thread at a time uses these: the one that reads, until it hands a part to the response. */
    private @Nullable FileChannel channel;

    private final ByteBuffer part;
    private long left;

    private enum State {
        /** A thread reads a part, or begins to. */
        READING,
        /** The thread has called {@code write}, and has not returned from it. */
        WRITING,
        /** The part was written before {@code write} returned. */
        WRITTEN,
        /** The thread has returned; the callback continues. */
        WAITING
    }

    FileSender(ResponseBody.FileRegion region, Response response, BlockingThreads threads, Callback completion) {
        this.region = region;
        this.response = response;
        this.threads = threads;
        this.completion = completion;
        this.left = region.length();
        this.part = ByteBuffer.allocate((int) Math.min(PART_BYTES, Math.max(1, region.length())));
    }

    /** The bytes that wait for the client at most. */
    static long maxBytes(ResponseBody.FileRegion region) {
        return Math.min(PART_BYTES, region.length());
    }

    /** Reads and writes parts until one is not written at once. */
    @Override
    public void run() {
        boolean more = true;
        while (more) {
            try {
                read();
            } catch (Throwable failure) {
                failed(new ContentFailure(failure));
                return;
            }
            boolean last = left == 0;
            state.set(State.WRITING);
            response.write(last, part, this);
            more = !state.compareAndSet(State.WRITING, State.WAITING) && next(last);
        }
    }

    private void read() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(region.path(), StandardOpenOption.READ);
            channel = open;
        }
        part.clear().limit((int) Math.min(part.capacity(), left));
        while (part.hasRemaining()) {
            if (open.read(part, region.from() + region.length() - left + part.position()) < 0) {
                throw new IOException("the file is shorter than its region: " + region.path());
            }
        }
        left -= part.flip().remaining();
    }

    /** A part is written. */
    @Override
    public void succeeded() {
        if (state.compareAndSet(State.WRITING, State.WRITTEN) || !next(left == 0)) {
            return;
        }
        try {
            threads.resume(this);
        } catch (RejectedExecutionException stopped) {
            failed(stopped);
        }
    }

    /** Completes the response after its last part. Returns whether there is another part. */
    private boolean next(boolean last) {
        if (last) {
            close();
            completion.succeeded();
        }
        return !last;
    }

    /** A part cannot be read or written. */
    @Override
    public void failed(Throwable failure) {
        close();
        completion.failed(failure);
    }

    private void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // All bytes that the client was to get are read, or the client is gone.
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
