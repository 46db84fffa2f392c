package io.jetalyst.internal.limit;

import io.jetalyst.socket.SocketLimit;
import java.time.Duration;
import java.util.Map;

/**
 * The limits of what a client sends.
 *
 * @param messageBytes the largest whole message that is accepted
 * @param frameBytes the largest frame that is accepted; follows the message size until it is set
 * @param messageFrames the maximum number of frames of one message
 * @param messageTime how long the session waits in all for a message to be completed
 * @param messagesPerSecond the sustained rate of inbound messages and control frames
 * @param messageBurst how many of them may arrive at once; follows the rate until it is set
 */
public record InboundLimits(
        int messageBytes,
        int frameBytes,
        int messageFrames,
        Duration messageTime,
        int messagesPerSecond,
        int messageBurst) {
    public static final InboundLimits DEFAULT = new InboundLimits(
            SocketLimit.MAX_MESSAGE_BYTES.defaultValue(),
            SocketLimit.MAX_FRAME_BYTES.defaultValue(),
            SocketLimit.MAX_FRAGMENTS.defaultValue(),
            Duration.ofSeconds(SocketLimit.MESSAGE_TIMEOUT_SECONDS.defaultValue()),
            SocketLimit.MESSAGES_PER_SECOND.defaultValue(),
            SocketLimit.MESSAGE_BURST.defaultValue());

    InboundLimits with(Map<SocketLimit, Integer> changes) {
        return new InboundLimits(
                changes.getOrDefault(SocketLimit.MAX_MESSAGE_BYTES, messageBytes),
                changes.getOrDefault(SocketLimit.MAX_FRAME_BYTES, frameBytes(changes)),
                changes.getOrDefault(SocketLimit.MAX_FRAGMENTS, messageFrames),
                SocketLimits.time(changes, SocketLimit.MESSAGE_TIMEOUT_SECONDS, messageTime),
                changes.getOrDefault(SocketLimit.MESSAGES_PER_SECOND, messagesPerSecond),
                changes.getOrDefault(SocketLimit.MESSAGE_BURST, messageBurst(changes)));
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
}
