package io.jetalyst.internal.socket;

import java.time.Duration;

/**
 * What one socket may cost, and how long things may take.
 *
 * @param messageBytes the largest whole message taken
 * @param messageFrames the most frames of one message
 * @param queuedFrames the most frames that wait to be sent
 * @param queuedBytes the most bytes that wait to be sent; a single larger message may go if nothing else waits
 * @param pingAfter silence after which the server sends a ping
 * @param deadAfter silence after which the session ends, and how long one frame may take to be sent
 * @param closeWithin how long a peer may take to answer a close frame
 */
public record SocketLimits(
        int messageBytes,
        int messageFrames,
        int queuedFrames,
        int queuedBytes,
        Duration pingAfter,
        Duration deadAfter,
        Duration closeWithin) {
    /** What applications get. */
    public static final SocketLimits DEFAULT = new SocketLimits(
            64 * 1024, 1024, 256, 256 * 1024, Duration.ofSeconds(25), Duration.ofSeconds(60), Duration.ofSeconds(5));

    /** The same with these times. */
    public SocketLimits times(Duration pingAfter, Duration deadAfter, Duration closeWithin) {
        return new SocketLimits(
                messageBytes, messageFrames, queuedFrames, queuedBytes, pingAfter, deadAfter, closeWithin);
    }
}
