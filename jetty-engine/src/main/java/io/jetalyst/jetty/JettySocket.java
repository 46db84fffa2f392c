package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** One open socket between Jetty's session and the runtime's receiver. */
final class JettySocket implements FrameHandler, SocketWire {
    private static final CloseStatus LOST = new CloseStatus(CloseStatus.ABNORMAL, "", CloseStatus.Cause.NETWORK);

    private final SocketReceiver receiver;
    private @Nullable JettySession session;
    /** Whether the last data frame had a payload, and how many bytes were read when it came. */
    private boolean partBefore;

    private long readBefore;

    JettySocket(SocketReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = (JettySession) opened;
        callback.succeeded(); // before anything is demanded: a frame must not meet a session that is not open
        receiver.opened(this);
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (frame.getOpCode() == OpCode.CLOSE) {
            org.eclipse.jetty.websocket.core.CloseStatus status =
                    org.eclipse.jetty.websocket.core.CloseStatus.getCloseStatus(frame);
            receiver.closeReceived(status.getCode(), status.getReason() == null ? "" : status.getReason());
        } else {
            receiver.frame(frame.getOpCode(), begins(frame), frame.isFin(), frame.getPayload());
        }
        callback.succeeded();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        receiver.failed(LOST, cause);
        callback.succeeded();
    }

    @Override
    public void onClosed(org.eclipse.jetty.websocket.core.CloseStatus status, Callback callback) {
        receiver.closed();
        callback.succeeded();
    }

    /** Jetty is about to close for this reason. */
    void failed(CloseStatus status, Throwable cause) {
        receiver.failed(status, cause);
    }

    @Override
    public void send(int opcode, boolean last, ByteBuffer payload, Written written) {
        Callback callback = Callback.from(() -> written.written(null), written::written);
        open().sendFrame(new Frame((byte) opcode, last, payload.slice()), callback, false);
    }

    @Override
    public void close(int code, String reason) {
        open().sendFrame(new PatientClose(code, reason), Callback.NOOP, false);
    }

    @Override
    public void demand() {
        open().demand();
    }

    @Override
    public void abort() {
        open().abort();
    }

    private JettySession open() {
        if (session == null) {
            throw new IllegalStateException("the socket is not open yet");
        }
        return session;
    }

    /**
     * Whether the peer began a frame here. Jetty hands a long frame over in pieces that look like fragments of a message, one for each
     * time it reads. So what follows another part of the message, and comes from a later read, is taken for a piece. A peer that
     * sends each fragment by itself is not caught by this; its bytes are still counted.
     */
    private boolean begins(Frame frame) {
        if (frame.isControlFrame()) {
            return true;
        }
        long read = open().getConnection().getBytesIn();
        boolean filled = frame.hasPayload();
        boolean piece = filled && partBefore && frame.getOpCode() == OpCode.CONTINUATION && read != readBefore;
        partBefore = filled;
        readBefore = read;
        return !piece;
    }
}
