package io.jetalyst.example.chat;

import io.jetalyst.socket.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events that members of a room receive when others enter or leave. */
final class RoomPresence implements Presence<RoomEvent, Person> {
    @Override
    public Optional<RoomEvent> snapshot(List<Person> members, Instant completeSince) {
        return Optional.of(new RoomEvent.Members(members, RoomEvent.now(), RoomEvent.exact(completeSince)));
    }

    @Override
    public Optional<RoomEvent> joined(Person who) {
        return Optional.of(new RoomEvent.Joined(who, RoomEvent.now()));
    }

    @Override
    public Optional<RoomEvent> left(Person who) {
        return Optional.of(new RoomEvent.Left(who, RoomEvent.now()));
    }
}
