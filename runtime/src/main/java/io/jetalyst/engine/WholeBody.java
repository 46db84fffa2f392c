package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a body for a caller that wants all bytes at once. */
final class WholeBody {
    private static final long RELEASED = -1;

    private final EngineOptions options;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    /** Why no caller can read this body any more: the bytes before the failure are gone. */
    private @Nullable Throwable failure;

    /** The bytes of the memory that all bodies share, or {@link #RELEASED}; guarded by this. */
    private long reserved;

    /** Whether a read has not completed; guarded by this. */
    private boolean reading;

    WholeBody(EngineOptions options) {
        this.options = options;
    }

    /** @throws IllegalStateException if a read has not completed: it takes the parts that this call would return */
    byte @Nullable [] poll(PulledBody body, int maxBytes) {
        synchronized (this) {
            requireNoRead();
        }
        return collect(body, maxBytes);
    }

    /** @throws IllegalStateException if a read has not completed */
    CompletionStage<byte[]> read(PulledBody body, int maxBytes) {
        synchronized (this) {
            requireNoRead();
            reading = true;
        }
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        readOn(body, maxBytes, whole);
        return whole;
    }

    private void requireNoRead() {
        if (reading) {
            throw new IllegalStateException("another read of this body has not completed");
        }
    }

    private void readOn(PulledBody body, int maxBytes, CompletableFuture<byte[]> whole) {
        byte[] all;
        try {
            all = collect(body, maxBytes);
        } catch (RuntimeException | Error failed) {
            endRead();
            whole.completeExceptionally(failed);
            return;
        }
        if (all == null) {
            body.await(() -> readOn(body, maxBytes, whole));
        } else {
            endRead();
            whole.complete(all);
        }
    }

    private synchronized void endRead() {
        reading = false;
    }

    private byte @Nullable [] collect(PulledBody body, int maxBytes) {
        checkLength(body.length(), maxBytes);
        if (failure != null) {
            throw new IllegalStateException("an earlier read of this body failed", failure);
        }
        try {
            return collectArrived(body, maxBytes);
        } catch (RuntimeException | Error failed) {
            // Now, and not at the end of the exchange, which waits for the client to send the rest of the body.
            failure = failed;
            bytes = new ByteArrayOutputStream(0);
            release();
            throw failed;
        }
    }

    private byte @Nullable [] collectArrived(PulledBody body, int maxBytes) {
        while (true) {
            byte[] part = body.take();
            if (part == null) {
                return null;
            }
            if (part == PulledBody.END) {
                return bytes.toByteArray();
            }
            checkLength((long) bytes.size() + part.length, maxBytes);
            reserve((long) bytes.size() + part.length);
            bytes.writeBytes(part);
        }
    }

    /** @throws HttpProblem 503 if so many bytes of this body, and those of all others, do not fit into memory */
    synchronized void reserve(long total) {
        if (total <= BodyMemory.SMALL || reserved == RELEASED) {
            return;
        }
        if (!options.bodyMemory().tryReserve(total - reserved)) {
            options.rejections().add(ServerLimit.BODY_MEMORY);
            throw Rejections.busy();
        }
        reserved = total;
    }

    synchronized void release() {
        if (reserved > 0) {
            options.bodyMemory().release(reserved);
        }
        reserved = RELEASED;
    }

    private static void checkLength(long length, int maxBytes) {
        if (length > maxBytes) {
            throw HttpProblem.of(
                    Status.CONTENT_TOO_LARGE, "The body of the request is longer than " + maxBytes + " bytes.");
        }
    }
}
