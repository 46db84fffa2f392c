package io.jetalyst.jetty;

import io.jetalyst.http.ResponseBody;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.eclipse.jetty.util.Callback;

/** Closes the body when the response is sent or has failed, and distinguishes content that failed from a client that is gone. */
final class ClosingCallback implements Callback {
    private final ResponseBody body;
    private final Callback completion;
    private final BiConsumer<ContentFailure, Callback> contentFailed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param contentFailed takes the failure of the content, and completes the callback */
    ClosingCallback(ResponseBody body, Callback completion, BiConsumer<ContentFailure, Callback> contentFailed) {
        this.body = body;
        this.completion = completion;
        this.contentFailed = contentFailed;
    }

    @Override
    public void succeeded() {
        if (close()) {
            completion.succeeded();
        }
    }

    @Override
    public void failed(Throwable failure) {
        if (!close()) {
            return;
        }
        if (failure instanceof ContentFailure content) {
            contentFailed.accept(content, completion);
        } else {
            completion.failed(failure);
        }
    }

    private boolean close() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        try {
            body.close();
        } catch (RuntimeException ignored) {
            // The response is over; there is nobody to report it to but the application, whose code it is.
        }
        return true;
    }

    @Override
    public InvocationType getInvocationType() {
        return completion.getInvocationType();
    }
}
