package io.jetalyst.example.chat;

import io.jetalyst.example.chat.RoomEvent.Said;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was said last: 50 messages, and fewer if they are long. Guarded by its room.
 *
 * <p>A character takes three bytes at most, so a welcome of 48,000 of them and 500 members stays below the 256 KiB that may wait
 * to be sent to a session. Without that bound, whoever fills a room with long messages would keep everybody else out.
 */
final class History {
    static final int MAX_MESSAGES = 50;
    static final int MAX_CHARACTERS = 48_000;

    private final Deque<Said> messages = new ArrayDeque<>();
    private int characters;

    void add(Said said) {
        messages.addLast(said);
        characters += said.text().length();
        while (messages.size() > MAX_MESSAGES || characters > MAX_CHARACTERS) {
            characters -= messages.removeFirst().text().length();
        }
    }

    /** The message that this member gave this reference; none for the empty one. */
    Optional<Said> find(String from, String ref) {
        return messages.stream()
                .filter(said -> !ref.isEmpty())
                .filter(said -> said.ref().equals(ref) && said.from().id().equals(from))
                .findFirst();
    }

    /** The oldest first. */
    List<Said> messages() {
        return List.copyOf(messages);
    }
}
