package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.socket.Hub;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The {@link HubContract}, and what a {@link Hub} must do beyond it that joins several processes: each of them has its own. */
public abstract class SharedHubContract extends HubContract {
    @Test
    void whoAHubLetInLeavesWhenItCloses() throws Exception {
        Hub closing = hub();
        Hub other = hub();
        HubEar ear = HubEar.of(other, topic);
        done(closing.join(topic, "session-1", "ada"));
        done(closing.join(topic, "session-2", "bob"));
        done(other.join(topic, "session-3", "bob"));
        closing.close();
        assertEquals(List.of("+ada", "+bob", "-ada"), ear.told(3), "bob is in with the other hub, too");
        publish(other, "end", 0);
        assertEquals(List.of("end"), ear.told(1));
        assertEquals(List.of("bob"), HubEar.of(other, topic).start().members());
    }
}
