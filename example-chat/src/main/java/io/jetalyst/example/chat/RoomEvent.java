package io.jetalyst.example.chat;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the server tells a browser. It enters a room and hears {@link You}, {@link Members}, what was {@link Said} last, that it
 * {@link Joined} itself, unless it was a member before, and then what happens.
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
    /** Who you are; told to one session, when it is about to enter and when it has another name. */
    @Json
    record You(Person self) implements RoomEvent {}

    /**
     * Who is here.
     *
     * @param at what was said before that comes from the history
     */
    @Json
    record Members(List<Person> members, Instant at) implements RoomEvent {}

    /** Somebody came in, or is back under another name. */
    @Json
    record Joined(Person who, Instant at) implements RoomEvent {}

    /** Somebody left, or left a name behind: then {@link Joined} with the same id is next. */
    @Json
    record Left(Person who, Instant at) implements RoomEvent {}

    /**
     * Somebody said something. What is sent again, because the connection broke before its sender heard it, comes again. It has the
     * same sender and reference, by which a page knows it.
     *
     * @param ref what its sender calls it
     */
    @Json
    record Said(Person from, String text, Instant at, String ref) implements RoomEvent {}

    /**
     * Something was not done.
     *
     * @param code for programs
     * @param text for people
     * @param ref the message it is about; empty where it is about none
     */
    @Json
    record Refused(String code, String text, String ref) implements RoomEvent {}

    /** The answer to a ping. */
    @Json
    record Pong() implements RoomEvent {}

    /** The time of an event, as exact as a browser can read it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
