package io.jetalyst.internal.topic;

import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.socket.Hub;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The hub of a single process. A topic exists while it has listeners or members; its history is retained for two minutes after the last
 * of them, within limits. A change of a topic notifies its listeners under the topic's lock, and flushes them after it.
 */
public final class MemoryHub implements Hub {
    private final ConcurrentHashMap<String, MemoryTopic> topics = new ConcurrentHashMap<>();
    /** Distinguishes the ids of this hub from those of an earlier process. */
    private final String life = Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36) + '-';
    /** Counts across all topics, so that a topic that is created again never repeats an id. */
    private final AtomicLong lastNumber = new AtomicLong();

    private final MemoryBudget histories;
    private final RetainedTopics retained;
    private final LongSupplier nanoTime;

    private volatile boolean closed;

    public MemoryHub() {
        this(Runtime.getRuntime().maxMemory() / 8, System::nanoTime);
    }

    /** @param historyBytes the memory that the histories of all topics share; a quarter of it for those without listeners and members */
    MemoryHub(long historyBytes, LongSupplier nanoTime) {
        this.histories = new MemoryBudget(historyBytes);
        this.retained = new RetainedTopics(historyBytes / 4);
        this.nanoTime = nanoTime;
    }

    @Override
    public Subscription subscribe(String topic, String after, Listener listener) {
        if (closed) {
            throw closed();
        }
        with(topic, present -> present.subscribe(listener, known(after)));
        return () -> {
            if (topics.containsKey(topic)) {
                with(topic, present -> present.unsubscribe(listener));
            }
        };
    }

    @Override
    public CompletionStage<String> publish(String topic, byte[] message, int keep) {
        String[] id = new String[1];
        @Nullable RuntimeException failure = change(topic, present -> id[0] = present.publish(message, keep));
        return failure == null ? CompletableFuture.completedStage(id[0]) : CompletableFuture.failedStage(failure);
    }

    @Override
    public CompletionStage<Void> join(String topic, String session, String member) {
        return done(change(topic, present -> present.join(session, member)));
    }

    @Override
    public CompletionStage<Void> leave(String topic, String session) {
        return done(topics.containsKey(topic) ? change(topic, present -> present.leave(session)) : null);
    }

    @Override
    public void close() {
        closed = true;
        topics.values().forEach(MemoryTopic::end);
        topics.clear();
    }

    /** How many topics exist. */
    int size() {
        return topics.size();
    }

    private static CompletionStage<Void> done(@Nullable RuntimeException failure) {
        return failure == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(failure);
    }

    private @Nullable RuntimeException change(String topic, Consumer<MemoryTopic> change) {
        if (closed) {
            return closed();
        }
        with(topic, change).forEach(Listener::flush);
        return null;
    }

    /** Runs an action under the lock of a topic that has not ended, and returns the listeners that the topic has after it. */
    private List<Listener> with(String topic, Consumer<MemoryTopic> action) {
        endExpired();
        while (true) {
            MemoryTopic present = topics.computeIfAbsent(topic, name -> new MemoryTopic(life, lastNumber, histories));
            synchronized (present) {
                if (!present.isEnded()) {
                    action.accept(present);
                    List<Listener> listeners = present.listeners();
                    retainOrEnd(topic, present);
                    return listeners;
                }
            }
            topics.remove(topic, present);
        }
    }

    /** Under the lock of the topic. */
    private void retainOrEnd(String name, MemoryTopic topic) {
        if (!topic.isEmpty()) {
            retained.remove(name);
        } else if (topic.retainsHistory() && !closed) {
            retained.add(name, topic, topic.historyBytes(), nanoTime.getAsLong());
        } else {
            retained.remove(name);
            topic.end();
            topics.remove(name, topic);
        }
    }

    private void endExpired() {
        for (RetainedTopics.Retained expired : retained.takeExpired(nanoTime.getAsLong())) {
            MemoryTopic topic = expired.topic();
            synchronized (topic) {
                if (topic.isEmpty()) {
                    topic.end();
                    topics.remove(expired.name(), topic);
                }
            }
        }
    }

    /** The number of an id of this hub. */
    private long known(String id) {
        try {
            if (id.startsWith(life)) {
                return Long.parseLong(id, life.length(), id.length(), 10);
            }
        } catch (NumberFormatException e) {
            return MemoryTopic.FOREIGN;
        }
        return id.isEmpty() ? MemoryTopic.NONE : MemoryTopic.FOREIGN;
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the hub is closed");
    }
}
