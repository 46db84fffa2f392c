package io.jetalyst.socket;

import java.util.List;

/**
 * A topic that tracks its members. A session subscribes as a member, which is a value of the application, such as a person with an id.
 * Sessions of equal members count as one member: it joins with its first session, and leaves with its last, in whatever process they are.
 * {@link Presence} creates the messages that subscribers receive about members.
 *
 * <p>Joins and leaves are part of the order of the topic. A session that subscribes as a member receives the snapshot of the members first,
 * then the history, then the message that it joined, then later messages.
 *
 * <pre>{@code
 * PresenceTopic<RoomEvent, Person> room = topics.topic(
 *         "room/tea", RoomEvent.class, TopicOptions.DEFAULT.history(50), Person.class, new RoomPresence());
 * handshake.onOpen(session -> room.subscribe(session, person))
 *          .onText((session, text) -> room.publish(new RoomEvent.Said(person, text)));
 * }</pre>
 *
 * @param <T> the type of its messages
 * @param <M> the type of a member: {@code String}, or a type that the JSON codec can read and write. Members are equal if their JSON is
 *     equal.
 */
public interface PresenceTopic<T, M> extends Topic<T> {
    @Override
    PresenceTopic<T, M> subscribe(WebSocketSession session);

    /**
     * Subscribes a session as a member until the session is closed. If the session is subscribed as another member, that one leaves, and
     * this one joins. Does nothing if the session is closed.
     *
     * @param member at most 1,024 bytes as JSON
     * @return this topic
     * @throws TopicLimitException if the application has too many active topics, the session too many subscriptions, or the topic too many
     *     members ({@link TopicOptions#maxMembers}). Nothing has changed then.
     * @throws IllegalArgumentException if the member is longer than 1,024 bytes
     * @throws IllegalStateException if the topic is active with other types or other options
     */
    PresenceTopic<T, M> subscribe(WebSocketSession session, M member);

    /**
     * Returns the members in the order in which they joined. The list is empty as long as no session of this process is subscribed, even if
     * other processes have members.
     */
    List<M> members();
}
