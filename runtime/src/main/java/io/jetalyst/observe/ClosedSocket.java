package io.jetalyst.observe;

import io.jetalyst.http.Request;
import io.jetalyst.socket.CloseStatus;
import java.time.Duration;

/**
 * A WebSocket that has ended.
 *
 * @param request the handshake; a snapshot that stays valid
 * @param route the template of the endpoint's path, below the base path
 * @param status the code, the reason and the cause; 1006 if the client had gone before the socket was open
 * @param duration from its opening to its end
 * @param traffic the messages and bytes that were sent and received
 */
public record ClosedSocket(Request request, String route, CloseStatus status, Duration duration, Traffic traffic) {
    /**
     * The messages and bytes of a socket.
     *
     * @param receivedMessages the messages that the client has sent, without control frames
     * @param sentMessages the messages that were sent to the client, without control frames
     * @param droppedMessages the messages that were not sent because the send queue was full
     * @param receivedBytes the bytes that were read, with the heads of frames
     * @param sentBytes the bytes that were written, with the heads of frames
     */
    public record Traffic(
            long receivedMessages, long sentMessages, long droppedMessages, long receivedBytes, long sentBytes) {
        /** Of a socket that never opened. */
        public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

        /** The traffic of this socket and of the other one. */
        public Traffic plus(Traffic other) {
            return new Traffic(
                    receivedMessages + other.receivedMessages,
                    sentMessages + other.sentMessages,
                    droppedMessages + other.droppedMessages,
                    receivedBytes + other.receivedBytes,
                    sentBytes + other.sentBytes);
        }
    }
}
