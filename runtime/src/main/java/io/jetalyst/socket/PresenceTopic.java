package io.jetalyst.socket;

import java.util.List;

/**
 * A topic that knows who is there. A session subscribes as a member, a value of the application's such as a person with an id;
 * sessions of equal members are one member, which joins with the first of them and leaves with the last, in whatever process. What
 * subscribers are told of that stands in {@link Presence}.
 *
 * <p>Members have their place in the order of the topic: who subscribes as a member hears of those who are there, then the history,
 * then that it joined itself, then what comes after that.
 *
 * <pre>{@code
 * PresenceTopic<RoomEvent, Person> room = topics.topic(
 *         "room/tea", RoomEvent.class, TopicOptions.DEFAULT.history(50), Person.class, new RoomPresence());
 * handshake.onOpen(session -> room.subscribe(session, person))
 *          .onText((session, text) -> room.publish(new RoomEvent.Said(person, text)));
 * }</pre>
 *
 * @param <T> the type of its messages
 * @param <M> what a member is: {@code String}, or a type that the JSON codec can write and read; equal as JSON is equal
 */
public interface PresenceTopic<T, M> extends Topic<T> {
    /**
     * Subscribes a session as a member, until it ends. A session that is subscribed already becomes this member; if it was another
     * one, that one leaves, and this one joins. A session that has ended is left alone.
     *
     * @param member takes 1,024 bytes at most, as JSON
     * @throws TopicLimitException if the topic would be one too many of those in use, or of those of the session; or the member would be one
     *     too many of the topic ({@link TopicOptions#maxMembers}). Nothing has changed then.
     * @throws IllegalArgumentException if the member is longer
     * @throws IllegalStateException if the name is in use with other types or other options
     */
    void subscribe(WebSocketSession session, M member);

    /** Who is there now, in the order in which they joined; none as long as no session of this process is subscribed. */
    List<M> members();
}
