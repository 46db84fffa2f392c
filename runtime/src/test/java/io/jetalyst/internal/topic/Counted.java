package io.jetalyst.internal.topic;

import io.jetalyst.socket.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A presence whose members are numbers. */
public final class Counted implements Presence<String, Integer> {
    static final int BROKEN = -1;

    @Override
    public Optional<String> snapshot(List<Integer> members, Instant completeSince) {
        return Optional.of(members.toString());
    }

    @Override
    public Optional<String> joined(Integer member) {
        if (member == BROKEN) {
            throw new AssertionError("a mistake of the application");
        }
        return Optional.of("+" + member);
    }

    @Override
    public Optional<String> left(Integer member) {
        return Optional.of("-" + member);
    }
}
