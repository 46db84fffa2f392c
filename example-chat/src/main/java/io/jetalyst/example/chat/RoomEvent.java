package io.jetalyst.example.chat;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/** What the server tells a browser. */
@Json(typeProperty = "type")
@Json.SubType(type = RoomEvent.Welcome.class, name = "welcome")
@Json.SubType(type = RoomEvent.Joined.class, name = "joined")
@Json.SubType(type = RoomEvent.Renamed.class, name = "renamed")
@Json.SubType(type = RoomEvent.Left.class, name = "left")
@Json.SubType(type = RoomEvent.Said.class, name = "said")
@Json.SubType(type = RoomEvent.Refused.class, name = "error")
@Json.SubType(type = RoomEvent.Pong.class, name = "pong")
public sealed interface RoomEvent {
    /** The first one: who you are, who is here, and what was said last. */
    @Json
    record Welcome(String room, Person self, List<Person> members, List<Said> history) implements RoomEvent {}

    /** Somebody came in. */
    @Json
    record Joined(Person who, Instant at) implements RoomEvent {}

    /** Somebody took another name. */
    @Json
    record Renamed(Person who, String was, Instant at) implements RoomEvent {}

    /** Somebody left. */
    @Json
    record Left(Person who, Instant at) implements RoomEvent {}

    /**
     * Somebody said something.
     *
     * @param id of this message alone, also after the server was started anew
     * @param ref what its sender calls it
     */
    @Json
    record Said(String id, Person from, String text, Instant at, String ref) implements RoomEvent {}

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
}
