package io.jetalyst.internal.socket;

import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Joined;
import io.jetalyst.socket.Hub.Left;
import io.jetalyst.socket.Hub.Listener;
import io.jetalyst.socket.Hub.Message;
import io.jetalyst.socket.Hub.Start;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One topic of a {@link MemoryHub}, guarded by itself: its lock is what puts the entries into one order. */
final class MemoryTopic {
    /** In place of a known number: nothing is known. */
    static final long NONE = -1;
    /** In place of a known number: one of another order than ours. */
    static final long FOREIGN = -2;

    private final String idPrefix;
    private final AtomicLong lastNumber;
    private final History history;
    private final Map<String, String> memberOf = new HashMap<>();
    private final Map<String, Integer> sessionsOf = new LinkedHashMap<>();
    /** Replaced, never changed: who flushes reads it without the lock. */
    private List<Listener> listeners = List.of();
    /** The highest number of a message that is not kept; what was before this topic began counts as lost. */
    private long lost;

    private boolean over;

    /** @param histories what the histories of all topics may take */
    MemoryTopic(String idPrefix, AtomicLong lastNumber, MemoryBudget histories) {
        this.history = new History(histories);
        this.idPrefix = idPrefix;
        this.lastNumber = lastNumber;
        this.lost = lastNumber.get();
    }

    boolean isOver() {
        return over;
    }

    List<Listener> listeners() {
        return listeners;
    }

    void subscribe(Listener listener, long known) {
        List<Message> missed =
                history.messages().filter(message -> number(message) > known).toList();
        boolean gap = known == FOREIGN || known != NONE && known < lost;
        listener.onStart(new Start(missed, gap, List.copyOf(sessionsOf.keySet())));
        listeners = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    }

    void unsubscribe(Listener listener) {
        listeners = listeners.stream().filter(other -> other != listener).toList();
    }

    /** The id of the message. */
    String publish(byte[] bytes, int keep) {
        Message message = new Message(nextId(), bytes);
        history.add(message, keep, dropped -> lost = number(dropped));
        tell(message);
        return message.id();
    }

    void join(String session, String member) {
        String before = memberOf.put(session, member);
        if (member.equals(before)) {
            return;
        }
        if (before != null) {
            sessionEnds(before);
        }
        if (sessionsOf.merge(member, 1, Integer::sum) == 1) {
            tell(new Joined(nextId(), member));
        }
    }

    void leave(String session) {
        String member = memberOf.remove(session);
        if (member != null) {
            sessionEnds(member);
        }
    }

    /** Ends the topic if nobody listens and nobody is a member. */
    boolean endIfEmpty() {
        if (listeners.isEmpty() && memberOf.isEmpty()) {
            over = true;
            history.clear();
        }
        return over;
    }

    synchronized void end() {
        over = true;
        listeners = List.of();
        history.clear();
    }

    private void sessionEnds(String member) {
        if (sessionsOf.computeIfPresent(member, (any, sessions) -> sessions == 1 ? null : sessions - 1) == null) {
            tell(new Left(nextId(), member));
        }
    }

    private void tell(Entry entry) {
        listeners.forEach(listener -> listener.onEntry(entry));
    }

    private String nextId() {
        return idPrefix + lastNumber.incrementAndGet();
    }

    private long number(Message message) {
        return Long.parseLong(message.id(), idPrefix.length(), message.id().length(), 10);
    }
}
