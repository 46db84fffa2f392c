package io.jetalyst.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application's limits, an endpoint's over them, and how people read them. */
class SocketLimitsTest {
    private final Sockets sockets = Fixture.sockets();

    @Test
    void theDefaultsAreReadByPeople() {
        assertEquals(
                "message 64 KiB, frame 64 KiB, 1,024 fragments, 30 s; 50 messages/s, 100 at once;"
                        + " queue 256 frames, 256 KiB, then close; 100 topics; ping 25 s, idle 60 s",
                SocketLimits.DEFAULT.toString());
    }

    @Test
    void eachLimitOfAnEndpointIsItsOwn() {
        Map<SocketLimit, Integer> all = new EnumMap<>(SocketLimit.class);
        for (SocketLimit limit : SocketLimit.values()) {
            all.put(limit, 1000 + limit.ordinal());
        }
        assertEquals(
                "message 1,000 bytes, frame 1,001 bytes, 1,002 fragments, 1003 s; 1,004 messages/s, 1,005 at once;"
                        + " queue 1,006 frames, 1,007 bytes, then close; 1,008 topics; ping 1009 s, idle 1010 s",
                SocketLimits.DEFAULT.with(all).toString());
    }

    @Test
    void whatAnEndpointDoesNotChangeIsTheApplications() {
        SocketOptions large = SocketOptions.DEFAULT.limit(SocketLimit.MAX_MESSAGE_BYTES, 2 << 20);
        assertTrue(sockets.limits(large).toString().startsWith("message 2 MiB, frame 2 MiB, 1,024 fragments"));
        SocketOptions drop = SocketOptions.DEFAULT.overflow(SocketOptions.Overflow.DROP_OLDEST);
        assertTrue(sockets.limits(drop).toString().contains("256 KiB, then drop oldest;"));
        assertEquals(SocketLimits.DEFAULT, sockets.limits(SocketOptions.DEFAULT.origins("*")));
    }

    @Test
    void frameSizeFollowsMessageSizeUntilItIsSet() {
        Map<SocketLimit, Integer> small = Map.of(SocketLimit.MAX_MESSAGE_BYTES, 1000);
        assertEquals(1000, SocketLimits.DEFAULT.with(small).inbound().frameBytes());
        SocketOptions large = SocketOptions.DEFAULT.limit(SocketLimit.MAX_MESSAGE_BYTES, 2 << 20);
        assertEquals(
                2 << 20, SocketLimits.DEFAULT.with(small).with(large).inbound().frameBytes());
        SocketLimits application = SocketLimits.DEFAULT.with(Map.of(SocketLimit.MAX_FRAME_BYTES, 4096));
        assertEquals(
                SocketLimits.DEFAULT.inbound().messageBytes(),
                application.inbound().messageBytes());
        assertEquals(4096, application.with(large).inbound().frameBytes());
        assertEquals(
                8192,
                application
                        .with(large.limit(SocketLimit.MAX_FRAME_BYTES, 8192))
                        .inbound()
                        .frameBytes());
    }

    @Test
    void burstFollowsTheRateUntilItIsSet() {
        SocketOptions slow = SocketOptions.DEFAULT.limit(SocketLimit.MESSAGES_PER_SECOND, 5);
        SocketOptions unlimited = SocketOptions.DEFAULT.limit(SocketLimit.MESSAGES_PER_SECOND, Integer.MAX_VALUE);
        SocketLimits application = SocketLimits.DEFAULT.with(Map.of(SocketLimit.MESSAGE_BURST, 20));
        assertEquals(10, SocketLimits.DEFAULT.with(slow).inbound().messageBurst());
        assertEquals(
                Integer.MAX_VALUE,
                SocketLimits.DEFAULT.with(unlimited).inbound().messageBurst());
        assertEquals(20, application.with(slow).inbound().messageBurst());
    }

    @Test
    void pingIntervalFollowsTheIdleTimeoutUntilItIsSet() {
        SocketOptions impatient = SocketOptions.DEFAULT.limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 1);
        SocketOptions patient = SocketOptions.DEFAULT.limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 7200);
        SocketLimits application = SocketLimits.DEFAULT.with(Map.of(SocketLimit.PING_INTERVAL_SECONDS, 10));
        assertEquals(
                Duration.ofMillis(500),
                SocketLimits.DEFAULT.with(impatient).times().pingAfter());
        assertEquals(
                Duration.ofSeconds(25),
                SocketLimits.DEFAULT.with(patient).times().pingAfter());
        assertEquals(Duration.ofSeconds(10), application.with(patient).times().pingAfter());
    }

    @Test
    void theSocketsOfAnEndpointShareItsLimits() {
        SocketOptions options = SocketOptions.DEFAULT.limit(SocketLimit.MESSAGE_BURST, 7);
        assertSame(sockets.limits(options), sockets.limits(options));
    }

    @Test
    void contradictionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SocketOptions.DEFAULT.limit(SocketLimit.MAX_FRAGMENTS, 0));
        SocketLimits application = SocketLimits.DEFAULT.with(Map.of(SocketLimit.PING_INTERVAL_SECONDS, 20));
        SocketOptions late = SocketOptions.DEFAULT.limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 20);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> application.with(late));
        assertEquals("the ping interval of 20 s must be less than the idle timeout of 20 s", refused.getMessage());
    }
}
