package io.jetalyst.example.chat;

import io.jetalyst.socket.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The rooms somebody is in, and a bound on their number. Every method may be called from any thread. */
final class Rooms {
    private final Topics topics;
    private final Limits limits;
    private final InstantSource clock;
    private final Map<RoomName, Occupied> rooms = new HashMap<>();

    Rooms(Topics topics, Limits limits, InstantSource clock) {
        this.topics = topics;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a seat in a room, which begins with its first. Whoever takes one gives it back.
     *
     * @throws Refusal if the room is full, or there are too many rooms
     */
    synchronized Room takeSeat(RoomName name) throws Refusal {
        Occupied occupied = rooms.get(name);
        if (occupied == null) {
            occupied = begin(name);
        }
        if (occupied.seats == limits.seats()) {
            throw Refusal.forNow("room-full", "This room is full. Try another one, or come back later.");
        }
        occupied.seats++;
        return occupied.room;
    }

    /** Gives a seat back. The room ends with its last. */
    synchronized void giveBackSeat(Room room) {
        Occupied occupied = rooms.get(room.name());
        if (occupied != null && --occupied.seats == 0) {
            rooms.remove(room.name());
        }
    }

    private Occupied begin(RoomName name) throws Refusal {
        if (rooms.size() == limits.rooms()) {
            throw Refusal.forNow("too-many-rooms", "There are too many rooms at the moment. Try one that exists.");
        }
        Occupied occupied = new Occupied(new Room(name, topics.topic("chat/" + name.text(), RoomEvent.class), clock));
        rooms.put(name, occupied);
        return occupied;
    }

    private static final class Occupied {
        private final Room room;
        private int seats;

        Occupied(Room room) {
            this.room = room;
        }
    }
}
