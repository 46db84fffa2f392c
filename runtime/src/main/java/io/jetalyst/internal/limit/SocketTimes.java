package io.jetalyst.internal.limit;

import io.jetalyst.socket.SocketLimit;
import java.time.Duration;
import java.util.Map;

/**
 * The times after which the server acts on a silent client.
 *
 * @param pingAfter silence after which the server sends a ping; follows the idle timeout until it is set
 * @param deadAfter silence after which the session is closed, and the time that one write of at most 32 KiB may take
 * @param closeTimeout how long the client may take to answer a close frame
 */
public record SocketTimes(Duration pingAfter, Duration deadAfter, Duration closeTimeout) {
    static final SocketTimes DEFAULT = new SocketTimes(
            Duration.ofSeconds(SocketLimit.PING_INTERVAL_SECONDS.defaultValue()),
            Duration.ofSeconds(SocketLimit.IDLE_TIMEOUT_SECONDS.defaultValue()),
            Duration.ofSeconds(5));

    /** @throws IllegalArgumentException if the ping interval is not less than the idle timeout */
    SocketTimes with(Map<SocketLimit, Integer> changes) {
        SocketTimes changed = new SocketTimes(
                SocketLimits.time(changes, SocketLimit.PING_INTERVAL_SECONDS, pingAfter(changes)),
                SocketLimits.time(changes, SocketLimit.IDLE_TIMEOUT_SECONDS, deadAfter),
                closeTimeout);
        if (changed.pingAfter.compareTo(changed.deadAfter) >= 0) {
            throw new IllegalArgumentException("the ping interval of " + changed.pingAfter.toSeconds()
                    + " s must be less than the idle timeout of " + changed.deadAfter.toSeconds() + " s");
        }
        return changed;
    }

    /** The ping interval if it is not changed itself. */
    private Duration pingAfter(Map<SocketLimit, Integer> changes) {
        return pingAfter.equals(ping(deadAfter))
                ? ping(SocketLimits.time(changes, SocketLimit.IDLE_TIMEOUT_SECONDS, deadAfter))
                : pingAfter;
    }

    private static Duration ping(Duration idleTimeout) {
        Duration half = idleTimeout.dividedBy(2);
        return half.compareTo(DEFAULT.pingAfter) < 0 ? half : DEFAULT.pingAfter;
    }
}
