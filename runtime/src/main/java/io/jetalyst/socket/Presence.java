package io.jetalyst.socket;

import java.util.List;
import java.util.Optional;

/**
 * What the subscribers of a {@link PresenceTopic} are told of its members, as messages of the topic; nothing where a method is left
 * as it is. Such messages have their place among the others, the same for all, and are not kept in the history.
 *
 * <pre>{@code
 * final class RoomPresence implements Presence<RoomEvent, Person> {
 *     @Override
 *     public Optional<RoomEvent> snapshot(List<Person> members) { return Optional.of(new RoomEvent.Members(members)); }
 *
 *     @Override
 *     public Optional<RoomEvent> joined(Person who) { return Optional.of(new RoomEvent.Joined(who)); }
 *
 *     @Override
 *     public Optional<RoomEvent> left(Person who) { return Optional.of(new RoomEvent.Left(who)); }
 * }
 * }</pre>
 *
 * <p>The methods are called one at a time, while the topic waits: they make a message of what they are given, and do nothing else.
 * They take no locks and use no topic. What {@link #joined} and {@link #left} throw is logged, and nobody is told.
 *
 * @param <T> the type of the topic's messages
 * @param <M> what a member is
 */
public interface Presence<T, M> {
    /** What a new subscriber hears before all else; the members are in the order in which they joined. */
    default Optional<T> snapshot(List<M> members) {
        return Optional.empty();
    }

    /** What all hear when a member joined. */
    default Optional<T> joined(M member) {
        return Optional.empty();
    }

    /** What all hear when a member left. */
    default Optional<T> left(M member) {
        return Optional.empty();
    }
}
