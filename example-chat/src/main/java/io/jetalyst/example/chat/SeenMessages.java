package io.jetalyst.example.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The latest messages of all members, as this process has published them. A page sends a message again if the connection broke before it
 * received the message itself; the room must not get it twice.
 */
final class SeenMessages {
    private record Key(String room, String sender, String ref) {}

    private final int capacity;
    private final Set<Key> keys = new HashSet<>();
    private final Deque<Key> oldestFirst = new ArrayDeque<>();

    /** @param capacity how many messages it remembers before it forgets the oldest one */
    SeenMessages(int capacity) {
        this.capacity = capacity;
    }

    /** Whether it remembers this message. */
    synchronized boolean has(String room, String sender, String ref) {
        return keys.contains(new Key(room, sender, ref));
    }

    /** Remembers a message. Returns whether it is new. */
    synchronized boolean add(String room, String sender, String ref) {
        Key key = new Key(room, sender, ref);
        if (!keys.add(key)) {
            return false;
        }
        oldestFirst.add(key);
        if (oldestFirst.size() > capacity) {
            keys.remove(oldestFirst.remove());
        }
        return true;
    }
}
