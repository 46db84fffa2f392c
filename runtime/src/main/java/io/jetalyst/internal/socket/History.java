package io.jetalyst.internal.socket;

import io.jetalyst.socket.Hub.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The last messages of a topic, and fewer of them if they are long, or memory is short. Not safe for several threads. */
final class History {
    /** Waits for each newcomer who does not read, beside the limits of what else may wait. */
    static final int MAX_BYTES = 128 * 1024;

    private final MemoryBudget budget;
    private final Deque<Message> messages = new ArrayDeque<>();
    private int bytes;

    /** @param budget of all histories */
    History(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Adds a message and drops the oldest that do not fit, perhaps the message itself.
     *
     * @param keep how many there may be after it
     */
    void add(Message message, int keep, Consumer<Message> dropped) {
        int size = message.bytes().length;
        while (!messages.isEmpty() && (messages.size() >= keep || bytes + size > MAX_BYTES)) {
            dropped.accept(removeFirst());
        }
        if (keep > 0 && size <= MAX_BYTES && take(size, dropped)) {
            messages.addLast(message);
            bytes += size;
        } else {
            dropped.accept(message);
        }
    }

    /** Takes so many bytes from the budget; what is kept already gives way. */
    private boolean take(int size, Consumer<Message> dropped) {
        while (!budget.take(size)) {
            if (messages.isEmpty()) {
                return false;
            }
            dropped.accept(removeFirst());
        }
        return true;
    }

    private Message removeFirst() {
        Message oldest = messages.removeFirst();
        bytes -= oldest.bytes().length;
        budget.giveBack(oldest.bytes().length);
        return oldest;
    }

    /** Forgets all. */
    void clear() {
        messages.clear();
        budget.giveBack(bytes);
        bytes = 0;
    }

    /** The oldest first. */
    Stream<Message> messages() {
        return messages.stream();
    }
}
