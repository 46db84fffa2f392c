package io.jetalyst.internal.inbox;

import io.jetalyst.internal.limit.InboundLimits;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.Utf8;
import io.jetalyst.socket.WebSocketHandshake.PartialMessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the data frames of one session to its listeners: counts and measures them, validates UTF-8 as the bytes arrive, and assembles
 * them for listeners of whole messages. Used by one thread at a time. Holds no memory between messages.
 */
public final class MessageAssembler {
    private static final byte[] NOTHING = new byte[0];

    private final WebSocketSession session;
    /** They change when the client has sent its token. */
    private final Supplier<Listeners> listeners;

    private final InboundLimits limits;
    private boolean text;
    private int frames;
    /** Bytes of the current frame so far, inflated. */
    private int frameBytes;

    private final Utf8 utf8 = new Utf8();
    /** Bytes of the message that were not delivered yet: all of them, or an incomplete character. */
    private byte[] kept = NOTHING;

    private int length;
    private final MemoryBudget unfinished;
    /** How much of the budget this session has reserved. */
    private int reserved;

    private boolean closed;

    public MessageAssembler(
            WebSocketSession session, Supplier<Listeners> listeners, InboundLimits limits, MemoryBudget unfinished) {
        this.unfinished = unfinished;
        this.session = session;
        this.listeners = listeners;
        this.limits = limits;
    }

    /**
     * Counts a data frame, or a piece of one.
     *
     * @throws CloseException if the message has too many frames
     */
    public void beginFrame(int opcode, boolean begins) throws CloseException {
        if (begins && opcode != Opcode.CONTINUATION) {
            text = opcode == Opcode.TEXT;
            frames = 0;
        }
        frameBytes = begins ? 0 : frameBytes;
        if (begins && ++frames > limits.messageFrames()) {
            throw CloseException.tooManyFrames(limits.messageFrames());
        }
    }

    /**
     * Accepts bytes of the message, and calls the listener as soon as it has enough for it.
     *
     * @param last whether these are the last bytes of the message
     * @return the stage of the listener, or {@code null} if the listener has finished or was not called
     * @throws CloseException if the bytes close the session
     * @throws Exception thrown by the listener
     */
    @Nullable
    public CompletionStage<?> accept(ByteBuffer payload, boolean last) throws Exception {
        if (text && !(utf8.accept(payload) && (utf8.complete() || !last))) {
            throw CloseException.notUtf8();
        }
        Listeners current = listeners.get();
        return text
                ? deliver(current.text(), current.partialText(), last, payload)
                : deliver(current.binary(), current.partialBinary(), last, payload);
    }

    private @Nullable CompletionStage<?> deliver(
            Listeners.@Nullable MessageHandler whole,
            @Nullable PartialMessageListener<?> parts,
            boolean last,
            ByteBuffer payload)
            throws Exception {
        if (whole != null) {
            append(payload, last);
            return last ? whole.accept(session, message()) : null;
        }
        if (parts == null) {
            throw CloseException.unsupported(text ? "text" : "binary");
        }
        frameBytes += payload.remaining();
        if (frameBytes > limits.frameBytes()) {
            throw CloseException.inflatesTooBig(limits.frameBytes());
        }
        if (text) {
            textPart(last, payload);
        } else {
            binaryPart(last, payload);
        }
        return null;
    }

    private void append(ByteBuffer payload, boolean last) throws CloseException {
        if (payload.remaining() > limits.messageBytes() - length) {
            throw CloseException.tooBig(limits.messageBytes());
        }
        int needed = length + payload.remaining();
        if (needed > kept.length) {
            int grown = Math.min(Math.max(needed, 2 * kept.length), limits.messageBytes());
            if (!last && !reserve(grown - kept.length)) {
                throw CloseException.noRoom();
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
        release();
        return message;
    }

    private synchronized boolean reserve(int more) {
        if (closed || !unfinished.tryReserve(more)) {
            return false;
        }
        reserved += more;
        return true;
    }

    private synchronized void release() {
        unfinished.release(reserved);
        reserved = 0;
    }

    /** Releases the reserved memory. Any thread may call it. */
    public synchronized void close() {
        closed = true;
        release();
    }

    private void textPart(boolean last, ByteBuffer payload) throws Exception {
        byte[] part = Arrays.copyOf(kept, kept.length + payload.remaining());
        payload.get(part, kept.length, payload.remaining());
        int whole = part.length - utf8.incomplete();
        kept = Arrays.copyOfRange(part, whole, part.length);
        PartialMessageListener<String> listener = listeners.get().partialText();
        if (listener != null && (whole > 0 || last)) {
            listener.onPart(session, new String(part, 0, whole, StandardCharsets.UTF_8), last);
        }
    }

    private void binaryPart(boolean last, ByteBuffer payload) throws Exception {
        PartialMessageListener<ByteBuffer> listener = listeners.get().partialBinary();
        if (listener != null && (payload.hasRemaining() || last)) {
            byte[] part = new byte[payload.remaining()];
            payload.get(part);
            listener.onPart(session, ByteBuffer.wrap(part), last);
        }
    }
}
