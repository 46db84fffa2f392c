package io.jetalyst.example.chat;

import io.jetalyst.annotation.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A message from the server to a browser. A browser that enters a room receives {@link You}, {@link Members}, the history as
 * {@link Said} and {@link Shown}, then {@link Joined} for itself unless it was a member already, and then the events of the room as they happen.
 */
public sealed interface RoomEvent {
    /** The member that the receiver is. The server sends it to one session, before the session enters a room or changes its name. */
    record You(Person self) implements RoomEvent {}

    /**
     * The members of the room.
     *
     * @param at messages with an earlier time come from the history
     * @param completeSince the history has every message that was sent after this time
     */
    record Members(List<Person> members, Instant at, Instant completeSince) implements RoomEvent {}

    /** A member entered the room, or has another name now. */
    record Joined(Person who, Instant at) implements RoomEvent {}

    /** A member left the room, or gives up a name: then {@link Joined} with the same id follows. */
    record Left(Person who, Instant at) implements RoomEvent {}

    /**
     * A message of a member. Several processes that share the rooms may deliver it twice, with the same sender and reference; a page shows it
     * once.
     *
     * @param ref the sender's reference for it
     */
    record Said(Person from, String text, Instant at, String ref) implements RoomEvent {}

    /**
     * A picture of a member, whose content is at the path {@code pictures/} and its id below the path of the room. Delivered like
     * {@link Said}.
     *
     * @param description for people who cannot see it; empty if the sender gave none
     */
    record Shown(Person from, UUID picture, int width, int height, String description, Instant at, String ref)
            implements RoomEvent {}

    /** The room has this message already. The sender has sent it again, because the connection broke before it received {@link Said}. */
    record Received(String ref) implements RoomEvent {}

    /** A member is typing. A page shows it for some seconds. */
    record Typing(Person who) implements RoomEvent {}

    /**
     * The server did not do what a message asked for.
     *
     * @param code for programs
     * @param text for people
     * @param ref the reference of that message; empty if there is none
     */
    @Kind("error")
    record Refused(String code, String text, String ref) implements RoomEvent {}

    /** The answer to a ping. */
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
