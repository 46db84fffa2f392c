package io.jetalyst.example.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The pictures of all rooms, in the memory of this process. A picture is there as long as the history of its room has the message that shows
 * it: for 50 messages, and for two minutes after the last member has left. Each call removes first what is there no longer.
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
     * Keeps a picture for the message of its owner, which comes next. If the room has too many, its oldest one goes.
     *
     * @return the name of the picture, which nobody can guess
     */
    synchronized UUID add(RoomName room, String owner, Picture picture) throws Refusal {
        clean();
        Album album = albums.computeIfAbsent(room, name -> new Album());
        if (album.waiting(owner) >= MAX_WAITING) {
            throw Refusal.tooMany("too-many-pictures", "Wait until the room has your last pictures.");
        }
        long all = albums.values().stream().mapToLong(Album::bytes).sum();
        if (all + picture.bytes().length > maxBytes) {
            throw Refusal.forNow("no-space", "There is no space for more pictures at the moment. Try again later.");
        }
        UUID id = UUID.randomUUID();
        album.add(id, owner, picture, clock.getAsLong());
        return id;
    }

    synchronized Optional<Picture> find(RoomName room, UUID id) {
        clean();
        return Optional.ofNullable(albums.get(room)).flatMap(album -> album.find(id));
    }

    /** Makes a picture part of a message, once. Empty if this owner has not uploaded it, or it is gone. */
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
