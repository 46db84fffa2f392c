package io.jetalyst.internal.body;

import io.jetalyst.body.Form;
import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.PartParser;
import io.jetalyst.engine.Rejections;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads a multipart form without holding a thread. Only what may write to the disk runs on a thread that may block. */
final class MultipartReader implements Flow.Subscriber<ByteBuffer> {
    /** A form that has been read. */
    private record Parts(Form form) implements ReceivedBody {}

    private final CompletableFuture<ReceivedBody> form = new CompletableFuture<>();
    private final PartParser parser;
    private final FormParts parts;
    private final Executor blocking;
    private final long maxBytes;
    private long received;
    private Flow.@Nullable Subscription subscription;

    MultipartReader(PartParser parser, FormParts parts, Executor blocking, long maxBytes) {
        this.parser = parser;
        this.parts = parts;
        this.blocking = blocking;
        this.maxBytes = maxBytes;
    }

    CompletableFuture<ReceivedBody> form() {
        return form;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        received += bytes.remaining();
        if (received > maxBytes) {
            fail(BodyLoader.tooLong(maxBytes));
        } else if (parts.mayWrite(bytes.remaining())) {
            try {
                blocking.execute(() -> parse(bytes));
            } catch (RejectedExecutionException full) {
                fail(Rejections.busy());
            }
        } else {
            parse(bytes);
        }
    }

    private void parse(ByteBuffer bytes) {
        try {
            parser.parse(bytes);
        } catch (RuntimeException | Error failure) {
            fail(failure);
            return;
        }
        Flow.Subscription current = subscription;
        if (current != null) {
            current.request(1);
        }
    }

    @Override
    public void onComplete() {
        try {
            parser.end();
        } catch (RuntimeException | Error failure) {
            fail(failure);
            return;
        }
        form.complete(new Parts(parts.form()));
    }

    @Override
    public void onError(Throwable failure) {
        parts.abort();
        form.completeExceptionally(failure);
    }

    private void fail(Throwable failure) {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        onError(failure);
    }
}
