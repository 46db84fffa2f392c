package io.jetalyst.testkit.tests.guide;

import io.jetalyst.socket.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class LoungePresence implements Presence<String, String> {
    @Override
    public Optional<String> snapshot(List<String> members, Instant completeSince) {
        return Optional.of("here: " + String.join(", ", members));
    }

    @Override
    public Optional<String> joined(String member) {
        return Optional.of(member + " joined");
    }

    @Override
    public Optional<String> left(String member) {
        return Optional.of(member + " left");
    }
}
