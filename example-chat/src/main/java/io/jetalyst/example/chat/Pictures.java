package io.jetalyst.example.chat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The pictures of all rooms, in the memory of this process. Each call first removes the pictures whose time is over.
 *
 * <p>A picture in a message is kept for 50 messages, and for two minutes after the last member has left, as the history of its room keeps
 * the message. The history drops a message earlier if the messages are long, or if the histories of all rooms need too much memory; a topic
 * does not report this. Its picture is then kept longer than new members can see the message, but not longer than 50 messages.
 *
 * <p>The pictures in the messages of a room take at most 10 MB: the oldest ones are removed before a newer one is shown. If the pictures of all
 * rooms take the whole space, the oldest ones of the room that takes the most are removed. So a room with many pictures drops its own
 * first, and nobody has to wait for space.
 *
 * <p>A picture that waits for its message is kept for one minute, also if its owner has left: after a broken connection the page sends the
 * message again. A person has at most 3 of them in all rooms. All of them together take at most a quarter of the space, then the oldest one
 * is removed, so that people who upload pictures and never show them cannot fill it.
 */
final class Pictures {
    private static final int MAX_WAITING = 3;

    private final Map<RoomName, Album> albums = new HashMap<>();
    private final long maxBytes;
    private final LongSupplier clock;

    /**
     * @param maxBytes of all pictures together
     * @param clock nanoseconds, as {@link System#nanoTime} counts them
     */
    Pictures(long maxBytes, LongSupplier clock) {
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Keeps a picture for the message of its owner, which comes next.
     *
     * @return the name of the picture, which nobody can guess
     */
    synchronized UUID add(RoomName room, String owner, Picture picture) throws Refusal {
        clean();
        if (albums.values().stream().mapToLong(album -> album.waiting(owner)).sum() >= MAX_WAITING) {
            throw Refusal.tooMany("too-many-pictures", "Wait until the room has your last pictures.");
        }
        limitWaiting(maxBytes / 4 - picture.bytes().length);
        limitAll(maxBytes - picture.bytes().length);
        UUID id = UUID.randomUUID();
        albums.computeIfAbsent(room, name -> new Album()).add(id, owner, picture, clock.getAsLong());
        return id;
    }

    /** Removes the oldest pictures that wait for their messages, until the others take at most this many bytes. */
    private void limitWaiting(long bytes) {
        long now = clock.getAsLong();
        while (albums.values().stream().mapToLong(Album::waitingBytes).sum() > Math.max(0, bytes)) {
            albums.values().stream()
                    .max(Comparator.comparingLong(album -> album.longestWait(now)))
                    .ifPresent(Album::removeOldestWaiting);
        }
    }

    /** Removes pictures until all take at most this many bytes: the oldest ones of the room that takes the most. */
    private void limitAll(long bytes) {
        while (albums.values().stream().mapToLong(Album::bytes).sum() > Math.max(0, bytes)) {
            albums.values().stream().max(Comparator.comparingLong(Album::bytes)).ifPresent(Album::removeOldest);
        }
    }

    synchronized Optional<Picture> find(RoomName room, UUID id) {
        clean();
        return Optional.ofNullable(albums.get(room)).flatMap(album -> album.find(id));
    }

    /**
     * Makes a picture part of a message, once. If the pictures in the messages of the room have more than 10 MB then, the oldest ones are
     * removed. Empty if this owner has not uploaded the picture, or it is gone.
     */
    synchronized Optional<Picture> show(RoomName room, String owner, UUID id) {
        clean();
        return Optional.ofNullable(albums.get(room)).flatMap(album -> album.show(id, owner));
    }

    /** Counts a message without a picture. */
    synchronized void countMessage(RoomName room) {
        Album album = albums.get(room);
        if (album != null) {
            album.countMessage();
        }
    }

    /**
     * Notes that a member entered or left.
     *
     * @param isEmpty whether the room has no members now. It is asked under the lock, so that of a member who leaves and another one who
     *     enters at the same time the later call sees both.
     */
    synchronized void updateMembers(RoomName room, BooleanSupplier isEmpty) {
        Album album = albums.get(room);
        if (album != null) {
            album.setEmpty(isEmpty.getAsBoolean(), clock.getAsLong());
        }
    }

    private void clean() {
        long now = clock.getAsLong();
        albums.values().removeIf(album -> !album.clean(now));
    }
}
