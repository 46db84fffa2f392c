package io.jetalyst.internal.topic;

import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Joined;
import io.jetalyst.socket.Hub.Left;
import io.jetalyst.socket.Hub.Listener;
import io.jetalyst.socket.Hub.Message;
import io.jetalyst.socket.Hub.Start;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One topic of a {@link MemoryHub}. Its monitor guards it and fixes the order of the entries. */
final class MemoryTopic {
    /** In place of a known number: the listener knows no message. */
    static final long NONE = -1;
    /** In place of a known number: the id is not of this hub. */
    static final long FOREIGN = -2;

    private final String idPrefix;
    private final AtomicLong lastNumber;
    private final History history;
    private final Map<String, String> memberOf = new HashMap<>();
    private final Map<String, Integer> sessionsOf = new LinkedHashMap<>();
    /** Replaced, never modified: flushing threads read it without the lock. */
    private List<Listener> listeners = List.of();
    /** The highest number of a message that is not in the history; everything before the topic was created counts as such. */
    private long lost;

    /** Whether it has ever had a listener or a member. */
    private boolean used;

    private boolean ended;
    /** The time of the last message, or of the creation. */
    private Instant lastTime = Instant.now();

    /** @param histories the memory that the histories of all topics share */
    MemoryTopic(String idPrefix, AtomicLong lastNumber, MemoryBudget histories) {
        this.history = new History(histories, lastTime);
        this.idPrefix = idPrefix;
        this.lastNumber = lastNumber;
        this.lost = lastNumber.get();
    }

    boolean isEnded() {
        return ended;
    }

    List<Listener> listeners() {
        return listeners;
    }

    void subscribe(Listener listener, long known) {
        used = true;
        List<Message> missed =
                history.messages().filter(message -> number(message) > known).toList();
        boolean gap = known == FOREIGN || known != NONE && known < lost;
        listener.onStart(new Start(missed, gap, List.copyOf(sessionsOf.keySet()), history.completeSince()));
        listeners = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    }

    void unsubscribe(Listener listener) {
        listeners = listeners.stream().filter(other -> other != listener).toList();
    }

    /** Returns the id of the message. */
    String publish(byte[] bytes, int keep) {
        Message message = new Message(nextId(), bytes, nextTime());
        history.add(message, keep, dropped -> lost = number(dropped));
        deliver(message);
        return message.id();
    }

    void join(String session, String member) {
        used = true;
        String before = memberOf.put(session, member);
        if (member.equals(before)) {
            return;
        }
        if (before != null) {
            removeSession(before);
        }
        if (sessionsOf.merge(member, 1, Integer::sum) == 1) {
            deliver(new Joined(nextId(), member));
        }
    }

    void leave(String session) {
        String member = memberOf.remove(session);
        if (member != null) {
            removeSession(member);
        }
    }

    /** Whether it has neither listeners nor members. */
    boolean isEmpty() {
        return listeners.isEmpty() && memberOf.isEmpty();
    }

    /** Whether there is a history that somebody may come back for: a topic that nobody ever used retains nothing. */
    boolean retainsHistory() {
        return used && history.bytes() > 0;
    }

    int historyBytes() {
        return history.bytes();
    }

    synchronized void end() {
        ended = true;
        listeners = List.of();
        history.clear();
    }

    private void removeSession(String member) {
        if (sessionsOf.computeIfPresent(member, (any, sessions) -> sessions == 1 ? null : sessions - 1) == null) {
            deliver(new Left(nextId(), member));
        }
    }

    private void deliver(Entry entry) {
        listeners.forEach(listener -> listener.onEntry(entry));
    }

    private String nextId() {
        return idPrefix + lastNumber.incrementAndGet();
    }

    /** The current time, but never before the last message: somebody may set the clock back. */
    private Instant nextTime() {
        Instant now = Instant.now();
        lastTime = now.isAfter(lastTime) ? now : lastTime;
        return lastTime;
    }

    private long number(Message message) {
        return Long.parseLong(message.id(), idPrefix.length(), message.id().length(), 10);
    }
}
