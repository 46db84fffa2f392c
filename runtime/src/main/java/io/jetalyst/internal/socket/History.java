package io.jetalyst.internal.socket;

import io.jetalyst.socket.Hub.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The last messages of a topic, and fewer of them if they are long. Not safe for several threads. */
final class History {
    /**
     * Half of what may wait for a session, as {@code TopicOptions.MAX_HISTORY} is, so that a history never closes whom it is told to.
     */
    static final int MAX_BYTES = 128 * 1024;

    private final Deque<Message> messages = new ArrayDeque<>();
    private int bytes;

    /**
     * Adds a message and drops the oldest that do not fit, perhaps the message itself.
     *
     * @param keep how many there may be after it
     */
    void add(Message message, int keep, Consumer<Message> dropped) {
        messages.addLast(message);
        bytes += message.bytes().length;
        while (messages.size() > keep || bytes > MAX_BYTES) {
            Message oldest = messages.removeFirst();
            bytes -= oldest.bytes().length;
            dropped.accept(oldest);
        }
    }

    /** The oldest first. */
    Stream<Message> messages() {
        return messages.stream();
    }
}
