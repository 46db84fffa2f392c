package io.jetalyst.jetty;

import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A close frame of any code that Jetty treats as it treats 1000: what is queued before it is sent, and the connection stays until the
 * peer has answered. For other codes Jetty drops the queue and closes at once, which on unread input resets the
 * connection, and may take the close frame from the peer.
 */
final class PatientClose extends Frame implements CloseStatus.Supplier {
    PatientClose(int code, String reason) {
        super(OpCode.CLOSE, true, CloseStatus.asPayloadBuffer(code, reason));
    }

    @Override
    public CloseStatus getCloseStatus() {
        return new CloseStatus(CloseStatus.NORMAL);
    }
}
