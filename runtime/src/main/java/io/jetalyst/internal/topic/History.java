package io.jetalyst.internal.topic;

import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.socket.Hub.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The last messages of a topic; fewer of them if they are long or the memory budget is exhausted. Not thread-safe. */
final class History {
    /** A new subscriber that does not read holds this much, in addition to its other queued frames. */
    static final int MAX_BYTES = 128 * 1024;

    private final MemoryBudget budget;
    private final Deque<Message> messages = new ArrayDeque<>();
    private int bytes;
    private Instant completeSince;

    /**
     * @param budget shared by all histories
     * @param begin when the history begins: it has no earlier message
     */
    History(MemoryBudget budget, Instant begin) {
        this.budget = budget;
        this.completeSince = begin;
    }

    /**
     * Adds a message and drops the oldest ones that do not fit, or the message itself.
     *
     * @param keep the maximum number of messages after the call
     */
    void add(Message message, int keep, Consumer<Message> dropped) {
        int size = message.bytes().length;
        while (!messages.isEmpty() && (messages.size() >= keep || bytes + size > MAX_BYTES)) {
            drop(removeFirst(), dropped);
        }
        if (keep > 0 && size <= MAX_BYTES && reserve(size, dropped)) {
            messages.addLast(message);
            bytes += size;
        } else {
            drop(message, dropped);
        }
    }

    /** Reserves bytes of the budget, if need be in place of older messages. */
    private boolean reserve(int size, Consumer<Message> dropped) {
        while (!budget.tryReserve(size)) {
            if (messages.isEmpty()) {
                return false;
            }
            drop(removeFirst(), dropped);
        }
        return true;
    }

    private void drop(Message message, Consumer<Message> dropped) {
        beginAfter(message.at());
        dropped.accept(message);
    }

    /** Notes that messages up to this time may be missing. */
    void beginAfter(Instant time) {
        if (time.isAfter(completeSince)) {
            completeSince = time;
        }
    }

    /** The history contains every message that was added after this time. */
    Instant completeSince() {
        return completeSince;
    }

    private Message removeFirst() {
        Message oldest = messages.removeFirst();
        bytes -= oldest.bytes().length;
        budget.release(oldest.bytes().length);
        return oldest;
    }

    int bytes() {
        return bytes;
    }

    /** Removes all messages. */
    void clear() {
        messages.clear();
        budget.release(bytes);
        bytes = 0;
    }

    /** The messages behind the one with this id, the oldest first; all if there is no such message. */
    Stream<Message> after(String id) {
        boolean known = !id.isEmpty()
                && messages.stream().anyMatch(message -> message.id().equals(id));
        return known
                ? messages.stream()
                        .dropWhile(message -> !message.id().equals(id))
                        .skip(1)
                : messages.stream();
    }

    /** All messages, the oldest first. */
    Stream<Message> messages() {
        return messages.stream();
    }
}
