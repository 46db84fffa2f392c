package io.jetalyst.benchmarks;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/** Echoes frames, or sends them to all who chat; checks and bounds nothing. */
final class BareSocket implements FrameHandler {
    private static final ByteBuffer FILLING =
            ByteBuffer.allocateDirect(32 * 1024).asReadOnlyBuffer();

    private final @Nullable Set<BareSocket> chatters;
    private final boolean batch;
    private final int fillings;
    private @Nullable WebSocketCoreSession session;

    /**
     * @param chatters {@code null} to echo
     * @param fillings how many messages of 32 KiB are sent first
     */
    BareSocket(@Nullable Set<BareSocket> chatters, boolean batch, int fillings) {
        this.chatters = chatters;
        this.batch = batch;
        this.fillings = fillings;
    }

    /** Jetty has made the session, and not yet opened it. */
    void created(WebSocketCoreSession made) {
        session = made;
    }

    @Nullable
    WebSocketCoreSession session() {
        return session;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = (WebSocketCoreSession) opened;
        if (chatters != null) {
            chatters.add(this);
        }
        callback.succeeded();
        for (int i = 0; i < fillings; i++) {
            send(new Frame(OpCode.BINARY, true, FILLING.slice()), Callback.NOOP, false);
        }
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (!frame.isDataFrame()) {
            callback.succeeded();
            if (frame.getOpCode() != OpCode.CLOSE) {
                demand();
            }
        } else if (chatters == null) {
            echo(frame, callback);
        } else {
            ByteBuffer payload = BufferUtil.copy(frame.getPayload());
            callback.succeeded();
            for (BareSocket chatter : chatters) {
                chatter.send(new Frame(frame.getOpCode(), frame.isFin(), payload.slice()), Callback.NOOP, false);
            }
            demand();
        }
    }

    /** The next frame is read when this one has left: what is simplest, and lets nothing pile up. */
    private void echo(Frame frame, Callback callback) {
        Callback next = Callback.from(callback, this::demand);
        send(new Frame(frame.getOpCode(), frame.isFin(), frame.getPayload()), next, batch);
    }

    private void send(Frame frame, Callback callback, boolean batched) {
        if (session != null) {
            session.sendFrame(frame, callback, batched);
        }
    }

    private void demand() {
        if (session != null) {
            session.demand();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        if (chatters != null) {
            chatters.remove(this);
        }
        callback.succeeded();
    }
}
