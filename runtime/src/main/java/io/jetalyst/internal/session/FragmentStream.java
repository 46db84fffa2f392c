package io.jetalyst.internal.session;

import static java.util.Objects.requireNonNull;

import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.MessageStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A message that is sent in parts. Its lock keeps the parts in the order in which they were encoded. */
final class FragmentStream<P> implements MessageStream<P> {
    private final Connection connection;
    private final Encoder<P> encoder;
    private final Outbound.Stream stream = new Outbound.Stream();
    /** The opcode of the next frame. */
    private int opcode;

    private @Nullable CompletableFuture<Void> end;

    FragmentStream(Connection connection, int opcode, Encoder<P> encoder) {
        this.connection = connection;
        this.opcode = opcode;
        this.encoder = encoder;
    }

    @Override
    public CompletionStage<Void> write(P part) {
        requireNonNull(part);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Outbound.Frame frame;
        OfferResult result;
        synchronized (this) {
            if (end != null) {
                throw new IllegalStateException("the message has ended: nothing is written after close()");
            }
            frame = next(false, encoder.encode(part), done);
            result = connection.writer().offer(frame);
        }
        connection.writer().afterOffer(frame, result); // outside the lock, because a write may take long
        return done;
    }

    @Override
    public CompletionStage<Void> close() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Outbound.Frame frame;
        OfferResult result;
        synchronized (this) {
            if (end != null) {
                return end;
            }
            end = done;
            frame = next(true, encoder.finish(), done);
            result = connection.writer().offer(frame);
        }
        connection.writer().afterOffer(frame, result);
        return done;
    }

    private Outbound.Frame next(boolean last, ByteBuffer payload, CompletableFuture<Void> done) {
        Outbound.Frame frame = Outbound.Frame.part(opcode, last, payload, done, stream);
        opcode = Opcode.CONTINUATION;
        return frame;
    }

    /** Encodes parts to payloads. */
    interface Encoder<P> {
        ByteBuffer encode(P part);

        /** The payload of the last frame. */
        ByteBuffer finish();
    }

    /** Sends bytes unchanged. */
    static final class Binary implements Encoder<ByteBuffer> {
        @Override
        public ByteBuffer encode(ByteBuffer part) {
            return part.slice();
        }

        @Override
        public ByteBuffer finish() {
            return ByteBuffer.allocate(0);
        }
    }

    /** Encodes UTF-8. A high surrogate at the end of a part is sent with the next part. */
    static final class Text implements Encoder<String> {
        private String kept = "";

        @Override
        public ByteBuffer encode(String part) {
            String text = kept + part;
            int cut = text.length();
            if (cut > 0 && Character.isHighSurrogate(text.charAt(cut - 1))) {
                cut--;
            }
            kept = text.substring(cut);
            return bytes(text.substring(0, cut));
        }

        @Override
        public ByteBuffer finish() {
            return bytes(kept);
        }

        private static ByteBuffer bytes(String text) {
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
