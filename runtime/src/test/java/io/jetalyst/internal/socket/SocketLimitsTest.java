package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.socket.SlowClient;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application's limits, an endpoint's over them, and how people read them. */
class SocketLimitsTest {
    private final Sockets sockets = new Sockets(new Codecs(List.of()));

    @Test
    void theDefaultsAreReadByPeople() {
        assertEquals(
                "message 64 KiB, 1,024 fragments, 30 s; 50 messages/s, 100 at once; queue 256 frames, 256 KiB, then close;"
                        + " ping 25 s, dead 60 s",
                SocketLimits.DEFAULT.toString());
    }

    @Test
    void eachLimitOfAnEndpointIsItsOwn() {
        Map<SocketLimit, Integer> all = new EnumMap<>(SocketLimit.class);
        for (SocketLimit limit : SocketLimit.values()) {
            all.put(limit, 1000 + limit.ordinal());
        }
        assertEquals(
                "message 1,000 bytes, 1,001 fragments, 1002 s; 1,003 messages/s, 1,004 at once;"
                        + " queue 1,005 frames, 1,006 bytes, then close; ping 1007 s, dead 1008 s",
                SocketLimits.DEFAULT.with(all).toString());
    }

    @Test
    void whatAnEndpointDoesNotChangeIsTheApplications() {
        SocketOptions large = SocketOptions.DEFAULT.limit(SocketLimit.MAX_MESSAGE_BYTES, 2 << 20);
        assertTrue(sockets.limits(large).toString().startsWith("message 2 MiB, 1,024 fragments"));
        SocketOptions drop = SocketOptions.DEFAULT.slowClient(SlowClient.DROP_OLDEST);
        assertTrue(sockets.limits(drop).toString().contains("256 KiB, then drop oldest;"));
        assertEquals(SocketLimits.DEFAULT, sockets.limits(SocketOptions.DEFAULT.origins("*")));
    }

    @Test
    void theSocketsOfAnEndpointShareItsLimits() {
        SocketOptions options = SocketOptions.DEFAULT.limit(SocketLimit.MESSAGE_BURST, 7);
        assertSame(sockets.limits(options), sockets.limits(options));
    }

    @Test
    void contradictionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SocketOptions.DEFAULT.limit(SocketLimit.MAX_FRAGMENTS, 0));
        SocketOptions late = SocketOptions.DEFAULT.limit(SocketLimit.DEAD_SECONDS, 25);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> sockets.limits(late));
        assertEquals(
                "a session that ends after 25 s of silence needs a ping before that, not after 25 s",
                refused.getMessage());
    }
}
