package io.jetalyst.jetty;

import io.jetalyst.socket.CloseStatus;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.Negotiated;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.WebSocketTimeoutException;

/** Jetty's session, with reasons of ours in the close frames that Jetty sends: its own are the texts of exceptions. */
final class JettySession extends WebSocketCoreSession {
    private final JettySocket socket;

    JettySession(JettySocket socket, Negotiated negotiated, WebSocketComponents components) {
        super(socket, Behavior.SERVER, negotiated, components);
        this.socket = socket;
    }

    @Override
    public void processConnectionError(Throwable cause, Callback callback) {
        super.processConnectionError(worded(cause), callback);
    }

    /** What Jetty finds wrong with a frame after it was parsed; the handler itself fails no frame. */
    @Override
    public void processHandlerError(Throwable cause, Callback callback) {
        super.processHandlerError(worded(cause), callback);
    }

    private Throwable worded(Throwable cause) {
        if (cause instanceof CloseException fault) {
            CloseStatus status = status(fault.getStatusCode());
            socket.failed(status, fault);
            return new CloseException(status.code(), status.reason(), fault);
        }
        // Sockets have no idle timeout but the one that Jetty gives all connections when it stops.
        return cause instanceof WebSocketTimeoutException
                ? new CloseException(CloseStatus.GOING_AWAY, "the server stops", cause)
                : cause;
    }

    private static CloseStatus status(int code) {
        return switch (code) {
            case CloseStatus.TOO_BIG -> new CloseStatus(code, "a frame is too big", CloseStatus.Cause.TOO_BIG);
            case CloseStatus.INVALID_PAYLOAD ->
                new CloseStatus(code, "the reason is not UTF-8", CloseStatus.Cause.PROTOCOL);
            default -> new CloseStatus(code, "the protocol was broken", CloseStatus.Cause.PROTOCOL);
        };
    }
}
