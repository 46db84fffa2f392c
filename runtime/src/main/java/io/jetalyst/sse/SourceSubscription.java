package io.jetalyst.sse;

import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscription to a source, whose code belongs to the application. If that code throws an exception, the response ends nevertheless.
 *
 * @param failed is called if the source cannot deliver the next event
 */
record SourceSubscription(Flow.Subscription source, Consumer<Throwable> failed) implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.sse");

    @Override
    public void request(long count) {
        try {
            source.request(count);
        } catch (RuntimeException | Error failure) {
            failed.accept(failure);
        }
    }

    @Override
    public void cancel() {
        try {
            source.cancel();
        } catch (RuntimeException | Error failure) {
            LOG.error("A source of server-sent events could not be cancelled", failure);
        }
    }
}
