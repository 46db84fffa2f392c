package io.jetalyst.internal.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Topics without listeners and members whose history is retained for a while, so that a client that reconnects receives what it missed.
 * Their names may come from clients, so their number and their bytes are limited; the oldest ones are released first. Thread-safe.
 */
final class RetainedTopics {
    static final Duration RETENTION = Duration.ofMinutes(2);
    static final int MAX_TOPICS = 1000;

    private final long maxBytes;
    private final Map<String, Retained> topics = new LinkedHashMap<>();
    private long bytes;

    RetainedTopics(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    record Retained(String name, MemoryTopic topic, long bytes, long until) {}

    /** Retains a topic; one that is retained already keeps its time. */
    synchronized void add(String name, MemoryTopic topic, long bytes, long now) {
        Retained before = topics.get(name);
        long until = before == null ? now + RETENTION.toNanos() : before.until();
        this.bytes += bytes - (before == null ? 0 : before.bytes());
        topics.put(name, new Retained(name, topic, bytes, until));
    }

    synchronized void remove(String name) {
        Retained removed = topics.remove(name);
        bytes -= removed == null ? 0 : removed.bytes();
    }

    /** Removes and returns the topics whose time is up or that exceed a limit. */
    synchronized List<Retained> takeExpired(long now) {
        List<Retained> expired = new ArrayList<>();
        for (Iterator<Retained> all = topics.values().iterator(); all.hasNext(); ) {
            Retained oldest = all.next();
            if (oldest.until() - now > 0 && topics.size() <= MAX_TOPICS && bytes <= maxBytes) {
                break;
            }
            all.remove();
            bytes -= oldest.bytes();
            expired.add(oldest);
        }
        return expired;
    }
}
