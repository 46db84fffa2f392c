package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.Utf8;
import io.jetalyst.socket.WebSocketHandshake.PartialMessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Data frames of one session on their way to its listeners: counted, measured, checked for UTF-8 as they come, put together
 * where whole messages are listened for. Used by one thread at a time. It keeps no memory between messages.
 */
final class MessageAssembler {
    private static final byte[] NOTHING = new byte[0];

    private final WebSocketSession session;
    private final Listeners listeners;
    private final SocketLimits limits;
    private boolean text;
    private int frames;
    /** Bytes that came of the frame, inflated. */
    private int part;

    private final Utf8 utf8 = new Utf8();
    /** What came of the message and was not given on: all of it, or the bytes of a character cut in two. */
    private byte[] kept = NOTHING;

    private int length;
    private final MemoryBudget unfinished;
    /** How much of that this session takes, and whether it has ended. */
    private int taken;

    private boolean over;

    MessageAssembler(WebSocketSession session, Listeners listeners, SocketLimits limits, MemoryBudget unfinished) {
        this.unfinished = unfinished;
        this.session = session;
        this.listeners = listeners;
        this.limits = limits;
    }

    /**
     * Counts a data frame, or a piece of one.
     *
     * @throws Violation if the message has too many
     */
    void begin(int opcode, boolean begins) throws Violation {
        if (begins && opcode != Opcode.CONTINUATION) {
            text = opcode == Opcode.TEXT;
            frames = 0;
        }
        part = begins ? 0 : part;
        if (begins && ++frames > limits.messageFrames()) {
            throw Violation.tooManyFrames(limits.messageFrames());
        }
    }

    /**
     * Takes what came of the message, and calls the listener if there is something for it.
     *
     * @param last whether the message ends with it
     * @return a stage if the listener is not done with the message before it is
     * @throws Violation if the session ends for what came
     * @throws Exception what the listener threw
     */
    @Nullable
    CompletionStage<?> take(ByteBuffer payload, boolean last) throws Exception {
        if (text && !(utf8.accept(payload) && (utf8.complete() || !last))) {
            throw Violation.notUtf8();
        }
        return text
                ? take(listeners.text(), listeners.partialText(), last, payload)
                : take(listeners.binary(), listeners.partialBinary(), last, payload);
    }

    private @Nullable CompletionStage<?> take(
            Listeners.@Nullable Whole whole,
            @Nullable PartialMessageListener<?> parts,
            boolean last,
            ByteBuffer payload)
            throws Exception {
        if (whole != null) {
            keep(payload, last);
            return last ? whole.take(session, message()) : null;
        }
        if (parts == null) {
            throw Violation.unsupported(text ? "text" : "binary");
        }
        part += payload.remaining();
        if (part > limits.frameBytes()) {
            throw Violation.inflatesTooBig(limits.frameBytes());
        }
        if (text) {
            textPart(last, payload);
        } else {
            binaryPart(last, payload);
        }
        return null;
    }

    private void keep(ByteBuffer payload, boolean last) throws Violation {
        if (payload.remaining() > limits.messageBytes() - length) {
            throw Violation.tooBig(limits.messageBytes());
        }
        int needed = length + payload.remaining();
        if (needed > kept.length) {
            int grown = Math.min(Math.max(needed, 2 * kept.length), limits.messageBytes());
            if (!last && !grow(grown - kept.length)) {
                throw Violation.noRoom();
            }
            kept = Arrays.copyOf(kept, last ? needed : grown);
        }
        payload.get(kept, length, payload.remaining());
        length = needed;
    }

    private byte[] message() {
        byte[] message = kept.length == length ? kept : Arrays.copyOf(kept, length);
        kept = NOTHING;
        length = 0;
        shrink();
        return message;
    }

    private synchronized boolean grow(int more) {
        if (over || !unfinished.take(more)) {
            return false;
        }
        taken += more;
        return true;
    }

    private synchronized void shrink() {
        unfinished.giveBack(taken);
        taken = 0;
    }

    /** The session has ended: what it took is free for others. By any thread. */
    synchronized void close() {
        over = true;
        shrink();
    }

    private void textPart(boolean last, ByteBuffer payload) throws Exception {
        byte[] part = Arrays.copyOf(kept, kept.length + payload.remaining());
        payload.get(part, kept.length, payload.remaining());
        int whole = part.length - utf8.incomplete();
        kept = Arrays.copyOfRange(part, whole, part.length);
        PartialMessageListener<String> listener = listeners.partialText();
        if (listener != null && (whole > 0 || last)) {
            listener.onPart(session, new String(part, 0, whole, StandardCharsets.UTF_8), last);
        }
    }

    private void binaryPart(boolean last, ByteBuffer payload) throws Exception {
        PartialMessageListener<ByteBuffer> listener = listeners.partialBinary();
        if (listener != null && (payload.hasRemaining() || last)) {
            byte[] part = new byte[payload.remaining()];
            payload.get(part);
            listener.onPart(session, ByteBuffer.wrap(part), last);
        }
    }
}
