package io.jetalyst.internal.limit;

import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions.Overflow;
import java.util.Map;

/**
 * The limits of the queue of outbound frames.
 *
 * @param frames the maximum number of queued frames
 * @param bytes the maximum of queued bytes; a single larger message is accepted by an empty queue
 * @param overflow the policy for frames that do not fit into the queue
 */
public record QueueLimits(int frames, int bytes, Overflow overflow) {
    static final QueueLimits DEFAULT = new QueueLimits(
            SocketLimit.MAX_QUEUED_FRAMES.defaultValue(), SocketLimit.MAX_QUEUED_BYTES.defaultValue(), Overflow.CLOSE);

    QueueLimits with(Map<SocketLimit, Integer> changes) {
        return new QueueLimits(
                changes.getOrDefault(SocketLimit.MAX_QUEUED_FRAMES, frames),
                changes.getOrDefault(SocketLimit.MAX_QUEUED_BYTES, bytes),
                overflow);
    }

    QueueLimits overflow(Overflow policy) {
        return new QueueLimits(frames, bytes, policy);
    }
}
