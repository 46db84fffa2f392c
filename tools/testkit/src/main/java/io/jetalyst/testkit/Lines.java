package io.jetalyst.testkit;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one response, as they arrive. It requests one line at a time, so the connection is read no faster than the test reads. Safe for
 * use by several threads.
 */
final class Lines implements Flow.Subscriber<String> {
    private static final int SHOWN = 20;

    private final String request;
    private final Duration limit;
    private final Deque<String> read = new ArrayDeque<>();
    private @Nullable String next;
    private boolean ended;
    private boolean cancelled;
    private @Nullable Throwable broken;
    private Flow.@Nullable Subscription subscription;

    private Lines(String request, Duration limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Returns a handler that completes a response as soon as its head has arrived. */
    static BodyHandler<Lines> handler(String request, Duration limit) {
        return head -> BodySubscribers.mapping(BodySubscribers.ofPublisher(), content -> {
            Lines lines = new Lines(request, limit);
            content.subscribe(BodySubscribers.fromLineSubscriber(lines, same -> same, StandardCharsets.UTF_8, null));
            return lines;
        });
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (cancelled) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public synchronized void onNext(String line) {
        next = line;
        notifyAll();
    }

    @Override
    public synchronized void onError(Throwable error) {
        ended = true;
        broken = error;
        notifyAll();
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits for the next line; empty if the content has ended.
     *
     * @param wanted what the test waits for, in words
     */
    Optional<String> next(String wanted) {
        String line;
        Flow.Subscription source;
        synchronized (this) {
            await(wanted);
            line = next;
            source = subscription;
            if (line == null) {
                return Optional.empty();
            }
            next = null;
            remember(line);
        }
        if (source != null) {
            source.request(1);
        }
        return Optional.of(line);
    }

    private void await(String wanted) {
        long end = System.nanoTime() + limit.toNanos();
        while (next == null && !ended) {
            Limited.pause(this, wanted, limit, end, this::failure);
        }
        if (next == null && broken != null) {
            throw failure("the connection failed while the test waited for " + wanted);
        }
    }

    private void remember(String line) {
        read.add(line);
        if (read.size() > SHOWN) {
            read.remove();
        }
    }

    /** Returns a failure that shows the last lines that the test has read. */
    AssertionError failure(String sentence) {
        return failure(sentence, null);
    }

    synchronized AssertionError failure(String sentence, @Nullable Throwable cause) {
        StringBuilder text =
                new StringBuilder(request).append(": ").append(sentence).append(".\n");
        text.append(read.isEmpty() ? "Read: nothing" : "Read:");
        read.forEach(line -> text.append("\n  ").append(line));
        return new AssertionError(text.toString(), cause == null ? broken : cause);
    }

    /** Closes the connection, unless the content has ended. */
    void cancel() {
        Flow.Subscription source;
        synchronized (this) {
            cancelled = true;
            ended = true;
            source = subscription;
            notifyAll();
        }
        if (source != null) {
            source.cancel();
        }
    }
}
