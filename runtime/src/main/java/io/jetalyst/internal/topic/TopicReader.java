package io.jetalyst.internal.topic;

import io.jetalyst.http.StalledClientException;
import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.socket.TopicMessage;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscriber of a topic that is no session: it passes the messages on, at the pace at which they are requested. */
final class TopicReader implements Subscriber, Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.topics");
    private static final int MAX_MESSAGES = 512;
    private static final int MAX_BYTES = 512 * 1024;

    private final Flow.Subscriber<? super TopicMessage> reader;
    private final @Nullable String known;
    private final String id = UUID.randomUUID().toString();
    private final Subscriptions subscriptions = new Subscriptions(this);

    /** Guarded by this, as all that follow. */
    private final Deque<TopicMessage> queue = new ArrayDeque<>();

    private int bytes;
    private long demand;
    private boolean subscribed;
    /** Whether {@code onSubscribe} was called. */
    private boolean begun;

    private boolean tooSlow;
    private boolean over;
    private boolean draining;

    /** @param known the id of the last message that the reader knows; empty if it knows none; {@code null} if it wants no history */
    TopicReader(Flow.Subscriber<? super TopicMessage> reader, @Nullable String known) {
        this.reader = reader;
        this.known = known;
    }

    void start(LocalTopic<?, ?> topic) {
        try {
            subscriptions.join(topic, null);
        } catch (RuntimeException failure) {
            end();
            reader.onSubscribe(this);
            reader.onError(failure);
            return;
        }
        flush();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public int maxSubscriptions() {
        return 1;
    }

    @Override
    public boolean wantsReplay() {
        return known != null;
    }

    @Override
    public String known() {
        return known == null ? "" : known;
    }

    @Override
    public synchronized void onSubscribed() {
        subscribed = true;
    }

    @Override
    public OfferResult offer(Outbound.Frame frame) {
        return offer("", frame);
    }

    @Override
    public synchronized OfferResult offer(String message, Outbound.Frame frame) {
        if (over) {
            return OfferResult.CLOSED;
        }
        int size = frame.size();
        if (tooSlow || !queue.isEmpty() && (queue.size() >= MAX_MESSAGES || bytes + size > MAX_BYTES)) {
            tooSlow = true;
            return OfferResult.FULL;
        }
        add(new TopicMessage(message, frame.payload().asReadOnlyBuffer()));
        return OfferResult.QUEUED;
    }

    @Override
    public boolean acceptsReplay() {
        return true; // once, since it is subscribed once
    }

    @Override
    public void replay(byte[] bytes, boolean unlimited) {
        replay("", bytes, unlimited);
    }

    @Override
    public synchronized void replay(String message, byte[] content, boolean unlimited) {
        if (!over) {
            add(new TopicMessage(message, ByteBuffer.wrap(content).asReadOnlyBuffer()));
        }
    }

    private void add(TopicMessage message) {
        queue.addLast(message);
        bytes += message.content().remaining();
    }

    @Override
    public synchronized boolean isTooSlow() {
        return tooSlow;
    }

    @Override
    public void awaitWriter(long deadline) {
        // No thread writes for it: the engine takes a message when it requests one.
    }

    @Override
    public void execute(Runnable task) {
        CompletableFuture.runAsync(task);
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            demand += n;
        }
        flush();
    }

    @Override
    public void cancel() {
        end();
    }

    /** Passes on all signals that are due. One thread at a time does so. */
    @Override
    public void flush() {
        synchronized (this) {
            if (draining) {
                return;
            }
            draining = true;
        }
        while (true) {
            Runnable signal;
            synchronized (this) {
                signal = next();
                if (signal == null) {
                    draining = false;
                    return;
                }
            }
            try {
                signal.run();
            } catch (RuntimeException | Error failure) { // it leaves the topic, and keeps no message from others
                LOG.error("A subscriber to the messages of a topic failed", failure);
                end();
            }
        }
    }

    /** The next signal; {@code null} if none is due. */
    private @Nullable Runnable next() {
        if (over || !subscribed) {
            return null;
        }
        if (!begun) {
            begun = true;
            return () -> reader.onSubscribe(this);
        }
        if (tooSlow) {
            return this::fail;
        }
        TopicMessage message = take();
        return message == null ? null : () -> reader.onNext(message);
    }

    private void fail() {
        if (end()) {
            reader.onError(new StalledClientException("the client reads the messages of the topic too slowly"));
        }
    }

    private @Nullable TopicMessage take() {
        TopicMessage message = demand == 0 ? null : queue.pollFirst();
        if (message != null) {
            demand--;
            bytes -= message.content().remaining();
        }
        return message;
    }

    /** Leaves the topic; {@code true} for the one call that did. */
    private boolean end() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            queue.clear();
        }
        subscriptions.end();
        return true;
    }
}
