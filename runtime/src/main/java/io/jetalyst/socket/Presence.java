package io.jetalyst.socket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates the messages that a {@link PresenceTopic} publishes about its members. A method that is not overridden publishes nothing. These
 * messages are part of the order of the topic, which is the same for every subscriber, but they are not kept in its history.
 *
 * <pre>{@code
 * final class RoomPresence implements Presence<RoomEvent, Person> {
 *     @Override
 *     public Optional<RoomEvent> snapshot(List<Person> members, Instant completeSince) {
 *         return Optional.of(new RoomEvent.Members(members, completeSince));
 *     }
 *
 *     @Override
 *     public Optional<RoomEvent> joined(Person person) { return Optional.of(new RoomEvent.Joined(person)); }
 *
 *     @Override
 *     public Optional<RoomEvent> left(Person person) { return Optional.of(new RoomEvent.Left(person)); }
 * }
 * }</pre>
 *
 * <p>The topic calls the methods one at a time, and delivers no message meanwhile. They must only create a message from their argument:
 * they must not block, take locks or use topics. The topic logs an exception of {@link #joined} or {@link #left}, and publishes nothing.
 *
 * @param <T> the type of the messages of the topic
 * @param <M> the type of a member
 */
public interface Presence<T, M> {
    /**
     * Creates the first message that a new subscriber receives, before the history. If a client returns, and the last message that it
     * received is older than {@code completeSince}, it may have missed messages that the topic no longer keeps.
     *
     * @param members the members that were present before the new subscriber, in the order in which they joined
     * @param completeSince the history contains every message that was published after this time. It is the time of the last message
     *     that the topic no longer keeps, or the time at which the topic became active, whichever is later, by the clock of the hub.
     */
    default Optional<T> snapshot(List<M> members, Instant completeSince) {
        return Optional.empty();
    }

    /** Creates the message that every subscriber receives when a member joins. */
    default Optional<T> joined(M member) {
        return Optional.empty();
    }

    /** Creates the message that every subscriber receives when a member leaves. */
    default Optional<T> left(M member) {
        return Optional.empty();
    }
}
