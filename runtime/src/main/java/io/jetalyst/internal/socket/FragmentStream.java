package io.jetalyst.internal.socket;

import static java.util.Objects.requireNonNull;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.MessageStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A message that leaves part by part. Its own lock keeps the parts in the order in which they were encoded. */
final class FragmentStream<P> implements MessageStream<P> {
    private final Connection connection;
    private final Encoder<P> encoder;
    private final Outgoing.Stream stream = new Outgoing.Stream();
    /** Of the next frame. */
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
        Outgoing.Frame frame;
        Offer offer;
        synchronized (this) {
            if (end != null) {
                throw new IllegalStateException("the message has ended: nothing is written after close()");
            }
            frame = next(false, encoder.encode(part), done);
            offer = connection.sending().offer(frame);
        }
        connection.sending().offered(frame, offer); // outside the lock: a write may take its time
        return done;
    }

    @Override
    public CompletionStage<Void> close() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Outgoing.Frame frame;
        Offer offer;
        synchronized (this) {
            if (end != null) {
                return end;
            }
            end = done;
            frame = next(true, encoder.rest(), done);
            offer = connection.sending().offer(frame);
        }
        connection.sending().offered(frame, offer);
        return done;
    }

    private Outgoing.Frame next(boolean last, ByteBuffer payload, CompletableFuture<Void> done) {
        Outgoing.Frame frame = Outgoing.Frame.part(opcode, last, payload, done, stream);
        opcode = Opcode.CONTINUATION;
        return frame;
    }

    /** From parts to payloads. */
    interface Encoder<P> {
        ByteBuffer encode(P part);

        /** What is left when no part follows. */
        ByteBuffer rest();
    }

    /** Bytes as they are. */
    static final class Binary implements Encoder<ByteBuffer> {
        @Override
        public ByteBuffer encode(ByteBuffer part) {
            return part.slice();
        }

        @Override
        public ByteBuffer rest() {
            return ByteBuffer.allocate(0);
        }
    }

    /** UTF-8. Half a character at the end of a part waits for the other half. */
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
        public ByteBuffer rest() {
            return bytes(kept);
        }

        private static ByteBuffer bytes(String text) {
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
