package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine's wire in memory, played by one thread: the test gives frames if they are demanded, and reads what was sent. While it is
 * {@linkplain #stall stalled}, nothing is written.
 */
final class MemoryWire implements SocketWire {
    private final SocketReceiver receiver;
    private final List<String> sent = new ArrayList<>();
    private final ArrayDeque<Runnable> unwritten = new ArrayDeque<>();
    private boolean stalled;
    private boolean gone;
    private boolean answersClose;
    private int demanded;

    MemoryWire(SocketReceiver receiver) {
        this.receiver = receiver;
        receiver.opened(this);
    }

    @Override
    public void send(int opcode, boolean last, ByteBuffer payload, Written written) {
        String frame = opcode + (last ? ":" : "+:") + StandardCharsets.UTF_8.decode(payload.slice());
        Runnable write = () -> {
            if (gone) {
                written.written(new java.io.IOException("gone"));
            } else {
                sent.add(frame);
                written.written(null);
            }
        };
        if (stalled && !gone) {
            unwritten.add(write);
        } else {
            write.run();
        }
    }

    @Override
    public void close(int code, String reason) {
        sent.add("8:" + code + " " + reason);
        if (answersClose) {
            closeByPeer(code, "");
        }
    }

    @Override
    public void demand() {
        demanded++;
    }

    @Override
    public void abort() {
        if (!gone) {
            gone = true;
            receiver.closed();
            unwritten.forEach(Runnable::run);
            unwritten.clear();
        }
    }

    /** Whether a frame is asked for. */
    boolean listens() {
        return demanded > 0;
    }

    /** The peer sends a frame, which must have been demanded. */
    void frame(int opcode, boolean last, byte... payload) {
        if (demanded != 1) {
            throw new AssertionError(demanded + " frames are demanded, not one");
        }
        demanded = 0;
        receiver.frame(opcode, true, last, ByteBuffer.wrap(payload));
    }

    /** The peer sends a text message. */
    void text(String text) {
        frame(Opcode.TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The peer closes, and the connection ends. */
    void closeByPeer(int code, String reason) {
        receiver.closeReceived(code, reason);
        abort();
    }

    /** From now on the peer answers our close at once. */
    void answerClose() {
        answersClose = true;
    }

    /** Nothing is written until {@link #flow}. */
    void stall() {
        stalled = true;
    }

    void flow() {
        stalled = false;
        while (!unwritten.isEmpty()) {
            unwritten.poll().run();
        }
    }

    /** What was written since the last call, as {@code opcode:text}, or {@code opcode+:text} where more follows. */
    List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }
}
