package io.jetalyst.example.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pictures of one room: those that are in its latest messages, and those whose message has not come yet. Not thread-safe. */
final class Album {
    private static final long MAX_BYTES = 10L * Picture.MAX_BYTES;
    private static final long WAITS_FOR_MESSAGE = Duration.ofMinutes(1).toNanos();
    private static final long OUTLIVES_MEMBERS = Duration.ofMinutes(2).toNanos();

    /**
     * @param message the number of the message that shows the picture; 0 if none does yet
     * @param since when it was uploaded
     */
    private record Entry(Picture picture, String owner, long message, long since) {
        boolean isWaiting() {
            return message == 0;
        }
    }

    private final Map<UUID, Entry> oldestFirst = new LinkedHashMap<>();
    private long messages;
    private @Nullable Long emptySince;

    void add(UUID id, String owner, Picture picture, long now) {
        oldestFirst.put(id, new Entry(picture, owner, 0, now));
    }

    Optional<Picture> find(UUID id) {
        return Optional.ofNullable(oldestFirst.get(id)).map(Entry::picture);
    }

    /** Counts a message of the room. The history has the latest 50 messages at most: its limit of bytes is not counted here. */
    void countMessage() {
        messages++;
        removeIf(entry -> !entry.isWaiting() && entry.message <= messages - Rooms.HISTORY);
    }

    /** Counts a message that shows this picture. Empty if its owner has not uploaded it, or it is gone. */
    Optional<Picture> show(UUID id, String owner) {
        Entry entry = oldestFirst.get(id);
        if (entry == null || !entry.owner.equals(owner) || !entry.isWaiting()) {
            return Optional.empty();
        }
        countMessage();
        oldestFirst.remove(id); // it is the newest one now
        oldestFirst.put(id, new Entry(entry.picture, owner, messages, entry.since));
        while (bytes() - waitingBytes() > MAX_BYTES) { // a picture that nobody shows replaces none in a message
            removeOldest(shown -> !shown.isWaiting());
        }
        return Optional.of(entry.picture);
    }

    long waiting(String owner) {
        return oldestFirst.values().stream()
                .filter(entry -> entry.isWaiting() && entry.owner.equals(owner))
                .count();
    }

    long bytes() {
        return bytes(entry -> true);
    }

    /** The bytes of the pictures that wait for their messages. */
    long waitingBytes() {
        return bytes(Entry::isWaiting);
    }

    private long bytes(Predicate<Entry> condition) {
        return oldestFirst.values().stream()
                .filter(condition)
                .mapToLong(entry -> entry.picture.bytes().length)
                .sum();
    }

    /** How long the oldest waiting picture has waited; -1 if none waits. */
    long longestWait(long now) {
        return oldestFirst.values().stream()
                .filter(Entry::isWaiting)
                .findFirst()
                .map(entry -> now - entry.since)
                .orElse(-1L);
    }

    /** Removes the oldest picture that a message shows, or else the oldest one that waits. */
    void removeOldest() {
        boolean anyShown = bytes() > waitingBytes();
        removeOldest(entry -> entry.isWaiting() != anyShown);
    }

    void removeOldestWaiting() {
        removeOldest(Entry::isWaiting);
    }

    private void removeOldest(Predicate<Entry> condition) {
        oldestFirst.values().stream().filter(condition).findFirst().ifPresent(oldestFirst.values()::remove);
    }

    /** @param empty whether the room has no members now */
    void setEmpty(boolean empty, long now) {
        emptySince = empty ? (Long) now : null;
    }

    /** Removes what nobody can see any more. Returns whether any picture is left. */
    boolean clean(long now) {
        Long since = emptySince;
        boolean forgotten = since != null && now - since > OUTLIVES_MEMBERS; // as the history of the room
        removeIf(entry -> forgotten || entry.isWaiting() && now - entry.since > WAITS_FOR_MESSAGE);
        return !oldestFirst.isEmpty();
    }

    private void removeIf(Predicate<Entry> condition) {
        oldestFirst.values().removeIf(condition);
    }
}
