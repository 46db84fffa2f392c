package io.jetalyst.jetty;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the parts of a publisher, one at a time: it requests the next when the network has taken the last one. */
final class PublisherSender implements Flow.Subscriber<ByteBuffer>, Callback {
    private static final Logger LOG = LoggerFactory.getLogger(PublisherSender.class);

    private final Response response;
    private final Callback completion;

    /** Guarded by this. */
    private Flow.@Nullable Subscription subscription;

    private boolean writing;
    /** Whether a thread is in the loop that requests parts. */
    private boolean requesting;

    private boolean due;
    private boolean complete;
    private boolean over;

    PublisherSender(Response response, Callback completion) {
        this.response = response;
        this.completion = completion;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        boolean isFirst;
        synchronized (this) {
            isFirst = !over && this.subscription == null;
            if (isFirst) {
                this.subscription = subscription;
            }
        }
        if (isFirst) {
            request(subscription);
        } else {
            subscription.cancel();
        }
    }

    /**
     * Requests the next part. A publisher may deliver it before {@code request} returns, and the network may take it at once, so that the
     * one after that is due. Then the loop requests it: calls within calls would exhaust the stack.
     */
    private void request(Flow.Subscription from) {
        synchronized (this) {
            due = true;
            if (requesting) {
                return;
            }
            requesting = true;
        }
        try {
            while (isDue()) {
                from.request(1);
            }
        } catch (RuntimeException | Error failure) {
            abort(new ContentFailure(failure));
        }
    }

    private synchronized boolean isDue() {
        boolean isDue = due;
        due = false;
        requesting = isDue;
        return isDue;
    }

    @Override
    public void onNext(ByteBuffer part) {
        synchronized (this) {
            if (over) {
                return;
            }
            if (writing) {
                throw new IllegalStateException("the publisher sent more parts than were requested");
            }
            writing = true;
        }
        response.write(false, part, this);
    }

    /** A part is written. */
    @Override
    public void succeeded() {
        Flow.Subscription next;
        synchronized (this) {
            writing = false;
            if (over) {
                return;
            }
            over = complete;
            next = complete ? null : subscription;
        }
        if (next == null) {
            response.write(true, BufferUtil.EMPTY_BUFFER, completion);
        } else {
            request(next);
        }
    }

    /** A part cannot be written. */
    @Override
    public void failed(Throwable failure) {
        abort(failure);
    }

    @Override
    public void onComplete() {
        synchronized (this) {
            if (over || complete) {
                return;
            }
            complete = true;
            if (writing) {
                return;
            }
            over = true;
        }
        response.write(true, BufferUtil.EMPTY_BUFFER, completion);
    }

    @Override
    public void onError(Throwable failure) {
        abort(ContentFailure.of(failure));
    }

    /** Ends the response without its last part, so that the client sees that it is not complete. */
    void abort(Throwable failure) {
        Flow.Subscription cancelled;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            cancelled = subscription;
        }
        try {
            if (cancelled != null) {
                cancelled.cancel();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The publisher of a response could not be cancelled", e);
        } finally {
            completion.failed(failure); // or the exchange would never end
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
