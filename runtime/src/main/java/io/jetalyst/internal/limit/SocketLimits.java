package io.jetalyst.internal.limit;

import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The limits of one socket.
 *
 * @param inbound the limits of what the client sends
 * @param queue the limits of what waits to be sent to the client
 * @param subscriptions the maximum number of topics that the session is subscribed to
 * @param times when the server pings and closes
 */
public record SocketLimits(InboundLimits inbound, QueueLimits queue, int subscriptions, SocketTimes times) {
    /** The limits of applications that change none. */
    public static final SocketLimits DEFAULT = new SocketLimits(
            InboundLimits.DEFAULT,
            QueueLimits.DEFAULT,
            SocketLimit.MAX_SUBSCRIPTIONS.defaultValue(),
            SocketTimes.DEFAULT);

    /** The same limits with these times. */
    public SocketLimits times(Duration pingAfter, Duration deadAfter, Duration closeTimeout) {
        return new SocketLimits(inbound, queue, subscriptions, new SocketTimes(pingAfter, deadAfter, closeTimeout));
    }

    /** The same limits with this overflow policy. */
    public SocketLimits overflow(SocketOptions.Overflow policy) {
        return new SocketLimits(inbound, queue.overflow(policy), subscriptions, times);
    }

    /**
     * The limits of one endpoint.
     *
     * @throws IllegalArgumentException as {@link #with(Map)}
     */
    public SocketLimits with(SocketOptions options) {
        return with(options.limits()).overflow(options.overflow());
    }

    /**
     * The same limits with these changes. Three limits follow another one until they are set: the frame size follows the message size,
     * so that a message of the new size may arrive in one frame; the burst follows the rate; the ping interval follows the idle timeout.
     *
     * @throws IllegalArgumentException if the ping interval is not less than the idle timeout
     */
    public SocketLimits with(Map<SocketLimit, Integer> changes) {
        return changes.isEmpty()
                ? this
                : new SocketLimits(
                        inbound.with(changes),
                        queue.with(changes),
                        changes.getOrDefault(SocketLimit.MAX_SUBSCRIPTIONS, subscriptions),
                        times.with(changes));
    }

    static Duration time(Map<SocketLimit, Integer> changes, SocketLimit limit, Duration unchanged) {
        Integer seconds = changes.get(limit);
        return seconds == null ? unchanged : Duration.ofSeconds(seconds);
    }

    /** All limits, for the banner. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "message %s, frame %s, %,d fragments, %d s; %,d messages/s, %,d at once;"
                        + " queue %,d frames, %s, then %s; %,d topics; ping %d s, idle %d s",
                bytes(inbound.messageBytes()),
                bytes(inbound.frameBytes()),
                inbound.messageFrames(),
                inbound.messageTime().toSeconds(),
                inbound.messagesPerSecond(),
                inbound.messageBurst(),
                queue.frames(),
                bytes(queue.bytes()),
                queue.overflow().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                subscriptions,
                times.pingAfter().toSeconds(),
                times.deadAfter().toSeconds());
    }

    private static String bytes(int bytes) {
        if (bytes % (1024 * 1024) == 0) {
            return String.format(Locale.ROOT, "%,d MiB", bytes / (1024 * 1024));
        }
        return bytes % 1024 == 0
                ? String.format(Locale.ROOT, "%,d KiB", bytes / 1024)
                : String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
