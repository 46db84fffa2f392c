package io.jetalyst.example.chat;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A message from the server to a browser. A browser that enters a room receives {@link You}, {@link Members}, the history as
 * {@link Said}, then {@link Joined} for itself unless it was a member already, and then the events of the room as they happen.
 */
@Json(typeProperty = "type")
@Json.SubType(type = RoomEvent.You.class, name = "you")
@Json.SubType(type = RoomEvent.Members.class, name = "members")
@Json.SubType(type = RoomEvent.Joined.class, name = "joined")
@Json.SubType(type = RoomEvent.Left.class, name = "left")
@Json.SubType(type = RoomEvent.Said.class, name = "said")
@Json.SubType(type = RoomEvent.Refused.class, name = "error")
@Json.SubType(type = RoomEvent.Pong.class, name = "pong")
public sealed interface RoomEvent {
    /** The member that the receiver is. The server sends it to one session, before the session enters a room or changes its name. */
    @Json
    record You(Person self) implements RoomEvent {}

    /**
     * The members of the room.
     *
     * @param at messages with an earlier time come from the history
     * @param completeSince the history has every message that was sent after this time
     */
    @Json
    record Members(List<Person> members, Instant at, Instant completeSince) implements RoomEvent {}

    /** A member entered the room, or has another name now. */
    @Json
    record Joined(Person who, Instant at) implements RoomEvent {}

    /** A member left the room, or gives up a name: then {@link Joined} with the same id follows. */
    @Json
    record Left(Person who, Instant at) implements RoomEvent {}

    /**
     * A message of a member. If the connection broke before the sender received it, the sender may send it again. Then all members
     * receive it again, with the same sender and reference, and a page shows it once.
     *
     * @param ref the sender's reference for it
     */
    @Json
    record Said(Person from, String text, Instant at, String ref) implements RoomEvent {}

    /**
     * The server did not do what a message asked for.
     *
     * @param code for programs
     * @param text for people
     * @param ref the reference of that message; empty if there is none
     */
    @Json
    record Refused(String code, String text, String ref) implements RoomEvent {}

    /** The answer to a ping. */
    @Json
    record Pong() implements RoomEvent {}

    /** The current time, as exact as a browser can read it. */
    static Instant now() {
        return exact(Instant.now());
    }

    /** A time, as exact as a browser can read it. */
    static Instant exact(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
