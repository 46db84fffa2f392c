package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.socket.Hub;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of a {@link Hub} that connects several processes, each with a hub of its own, in addition to {@link HubContract}. */
public abstract class SharedHubContract extends HubContract {
    @Test
    void removesMembersOfClosedHub() throws Exception {
        Hub closing = hub();
        Hub other = hub();
        RecordingListener listener = RecordingListener.of(other, topic);
        done(closing.join(topic, "session-1", "ada"));
        done(closing.join(topic, "session-2", "bob"));
        done(other.join(topic, "session-3", "bob"));
        closing.close();
        assertEquals(List.of("+ada", "+bob", "-ada"), listener.events(3), "bob has a session at the other hub");
        publish(other, "end", 0);
        assertEquals(List.of("end"), listener.events(1));
        assertEquals(List.of("bob"), RecordingListener.of(other, topic).start().members());
    }
}
