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
    private static final long WAITS_FOR_MESSAGE = Duration.ofMinutes(5).toNanos();
    private static final long OUTLIVES_MEMBERS = Duration.ofMinutes(2).toNanos();

    /**
     * @param message the number of the message that shows the picture; 0 if none does yet
     * @param since when it was uploaded
     */
    private record Entry(Picture picture, String owner, long message, long since) {}

    private final Map<UUID, Entry> oldestFirst = new LinkedHashMap<>();
    private long messages;
    private @Nullable Long emptySince;

    void add(UUID id, String owner, Picture picture, long now) {
        oldestFirst.put(id, new Entry(picture, owner, 0, now));
        while (bytes() > MAX_BYTES) {
            oldestFirst.remove(oldestFirst.keySet().iterator().next());
        }
    }

    Optional<Picture> find(UUID id) {
        return Optional.ofNullable(oldestFirst.get(id)).map(Entry::picture);
    }

    /** Counts a message of the room, after which the history has forgotten an older one. */
    void countMessage() {
        messages++;
        removeIf(entry -> entry.message > 0 && entry.message <= messages - Rooms.HISTORY);
    }

    /** Counts a message that shows this picture. Empty if its owner has not uploaded it, or it is gone. */
    Optional<Picture> show(UUID id, String owner) {
        Entry entry = oldestFirst.get(id);
        if (entry == null || !entry.owner.equals(owner) || entry.message > 0) {
            return Optional.empty();
        }
        countMessage();
        oldestFirst.put(id, new Entry(entry.picture, owner, messages, entry.since));
        return Optional.of(entry.picture);
    }

    long waiting(String owner) {
        return oldestFirst.values().stream()
                .filter(entry -> entry.message == 0 && entry.owner.equals(owner))
                .count();
    }

    long bytes() {
        return oldestFirst.values().stream()
                .mapToLong(entry -> entry.picture.bytes().length)
                .sum();
    }

    /** @param empty whether the room has no members now */
    void setEmpty(boolean empty, long now) {
        emptySince = empty ? (Long) now : null;
    }

    /** Removes what nobody can see any more. Returns whether any picture is left. */
    boolean clean(long now) {
        Long since = emptySince;
        boolean forgotten = since != null && now - since > OUTLIVES_MEMBERS; // as the history of the room
        removeIf(entry -> forgotten || entry.message == 0 && now - entry.since > WAITS_FOR_MESSAGE);
        return !oldestFirst.isEmpty();
    }

    private void removeIf(Predicate<Entry> condition) {
        oldestFirst.values().removeIf(condition);
    }
}
