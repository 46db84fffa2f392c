package io.jetalyst.internal.limit;

import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The limits of one socket.
 *
 * @param messageBytes the largest whole message that is accepted
 * @param frameBytes the largest frame that is accepted; follows the message size until it is set
 * @param messageFrames the maximum number of frames of one message
 * @param messageTime how long the session waits in all for a message to be completed
 * @param messagesPerSecond the sustained rate of inbound messages and control frames
 * @param messageBurst how many of them may arrive at once
 * @param queuedFrames the maximum number of queued outbound frames
 * @param queuedBytes the maximum of queued outbound bytes; a single larger message is accepted by an empty queue
 * @param overflow the policy for frames that do not fit into the queue
 * @param subscriptions the maximum number of topics that the session is subscribed to
 * @param pingAfter silence after which the server sends a ping
 * @param deadAfter silence after which the session is closed, and the time that one write of at most 32 KiB may take
 * @param closeTimeout how long the client may take to answer a close frame
 */
public record SocketLimits(
        int messageBytes,
        int frameBytes,
        int messageFrames,
        Duration messageTime,
        int messagesPerSecond,
        int messageBurst,
        int queuedFrames,
        int queuedBytes,
        SocketOptions.Overflow overflow,
        int subscriptions,
        Duration pingAfter,
        Duration deadAfter,
        Duration closeTimeout) {
    /** The limits of applications that change none. */
    public static final SocketLimits DEFAULT = new SocketLimits(
            SocketLimit.MAX_MESSAGE_BYTES.defaultValue(),
            SocketLimit.MAX_FRAME_BYTES.defaultValue(),
            SocketLimit.MAX_FRAGMENTS.defaultValue(),
            Duration.ofSeconds(SocketLimit.MESSAGE_TIMEOUT_SECONDS.defaultValue()),
            SocketLimit.MESSAGES_PER_SECOND.defaultValue(),
            SocketLimit.MESSAGE_BURST.defaultValue(),
            SocketLimit.MAX_QUEUED_FRAMES.defaultValue(),
            SocketLimit.MAX_QUEUED_BYTES.defaultValue(),
            SocketOptions.Overflow.CLOSE,
            SocketLimit.MAX_SUBSCRIPTIONS.defaultValue(),
            Duration.ofSeconds(SocketLimit.PING_INTERVAL_SECONDS.defaultValue()),
            Duration.ofSeconds(SocketLimit.IDLE_TIMEOUT_SECONDS.defaultValue()),
            Duration.ofSeconds(5));

    /** The same limits with these times. */
    public SocketLimits times(Duration pingAfter, Duration deadAfter, Duration closeTimeout) {
        return new SocketLimits(
                messageBytes,
                frameBytes,
                messageFrames,
                messageTime,
                messagesPerSecond,
                messageBurst,
                queuedFrames,
                queuedBytes,
                overflow,
                subscriptions,
                pingAfter,
                deadAfter,
                closeTimeout);
    }

    /** The same limits with this overflow policy. */
    public SocketLimits overflow(SocketOptions.Overflow policy) {
        return new SocketLimits(
                messageBytes,
                frameBytes,
                messageFrames,
                messageTime,
                messagesPerSecond,
                messageBurst,
                queuedFrames,
                queuedBytes,
                policy,
                subscriptions,
                pingAfter,
                deadAfter,
                closeTimeout);
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
        if (changes.isEmpty()) {
            return this;
        }
        SocketLimits changed = new SocketLimits(
                changes.getOrDefault(SocketLimit.MAX_MESSAGE_BYTES, messageBytes),
                changes.getOrDefault(SocketLimit.MAX_FRAME_BYTES, frameBytes(changes)),
                changes.getOrDefault(SocketLimit.MAX_FRAGMENTS, messageFrames),
                time(changes, SocketLimit.MESSAGE_TIMEOUT_SECONDS, messageTime),
                changes.getOrDefault(SocketLimit.MESSAGES_PER_SECOND, messagesPerSecond),
                changes.getOrDefault(SocketLimit.MESSAGE_BURST, messageBurst(changes)),
                changes.getOrDefault(SocketLimit.MAX_QUEUED_FRAMES, queuedFrames),
                changes.getOrDefault(SocketLimit.MAX_QUEUED_BYTES, queuedBytes),
                overflow,
                changes.getOrDefault(SocketLimit.MAX_SUBSCRIPTIONS, subscriptions),
                time(changes, SocketLimit.PING_INTERVAL_SECONDS, pingAfter(changes)),
                time(changes, SocketLimit.IDLE_TIMEOUT_SECONDS, deadAfter),
                closeTimeout);
        if (changed.pingAfter.compareTo(changed.deadAfter) >= 0) {
            throw new IllegalArgumentException("the ping interval of " + changed.pingAfter.toSeconds()
                    + " s must be less than the idle timeout of " + changed.deadAfter.toSeconds() + " s");
        }
        return changed;
    }

    /** The frame size if it is not changed itself. */
    private int frameBytes(Map<SocketLimit, Integer> changes) {
        return frameBytes == messageBytes
                ? changes.getOrDefault(SocketLimit.MAX_MESSAGE_BYTES, messageBytes)
                : frameBytes;
    }

    /** The burst if it is not changed itself. */
    private int messageBurst(Map<SocketLimit, Integer> changes) {
        return messageBurst == burst(messagesPerSecond)
                ? burst(changes.getOrDefault(SocketLimit.MESSAGES_PER_SECOND, messagesPerSecond))
                : messageBurst;
    }

    private static int burst(int messagesPerSecond) {
        return (int) Math.min(2L * messagesPerSecond, Integer.MAX_VALUE);
    }

    /** The ping interval if it is not changed itself. */
    private Duration pingAfter(Map<SocketLimit, Integer> changes) {
        return pingAfter.equals(ping(deadAfter))
                ? ping(time(changes, SocketLimit.IDLE_TIMEOUT_SECONDS, deadAfter))
                : pingAfter;
    }

    private static Duration ping(Duration idleTimeout) {
        Duration half = idleTimeout.dividedBy(2);
        Duration usual = Duration.ofSeconds(SocketLimit.PING_INTERVAL_SECONDS.defaultValue());
        return half.compareTo(usual) < 0 ? half : usual;
    }

    private static Duration time(Map<SocketLimit, Integer> changes, SocketLimit limit, Duration unchanged) {
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
                bytes(messageBytes),
                bytes(frameBytes),
                messageFrames,
                messageTime.toSeconds(),
                messagesPerSecond,
                messageBurst,
                queuedFrames,
                bytes(queuedBytes),
                overflow.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                subscriptions,
                pingAfter.toSeconds(),
                deadAfter.toSeconds());
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
