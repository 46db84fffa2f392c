package io.jetalyst.internal.outbox;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An item in the queue of an {@link Outbox}. */
public sealed interface Outbound {
    /** A frame: a whole message, or a part of a streamed one. A topic queues one instance for all its subscribers. */
    final class Frame implements Outbound {
        private final int opcode;
        private final boolean last;
        private final ByteBuffer payload;
        private final @Nullable CompletableFuture<Void> done;
        private final @Nullable Stream stream;
        private final @Nullable Deflated deflated;
        private final boolean replay;

        private Frame(
                int opcode,
                boolean last,
                ByteBuffer payload,
                @Nullable CompletableFuture<Void> done,
                @Nullable Stream stream,
                @Nullable Deflated deflated,
                boolean replay) {
            this.opcode = opcode;
            this.last = last;
            this.payload = payload;
            this.done = done;
            this.stream = stream;
            this.deflated = deflated;
            this.replay = replay;
        }

        /** A whole message; {@code done} is completed when it was written or discarded. */
        public static Frame whole(int opcode, ByteBuffer payload, @Nullable CompletableFuture<Void> done) {
            return new Frame(opcode, true, payload, done, null, null, false);
        }

        /** A whole message to many sessions, without a result. */
        public static Frame shared(int opcode, ByteBuffer payload) {
            return new Frame(opcode, true, payload, null, null, new Deflated(payload), false);
        }

        /** A whole message of a topic's history or presence to a new subscriber. */
        public static Frame replay(int opcode, ByteBuffer payload) {
            return new Frame(opcode, true, payload, null, null, new Deflated(payload), true);
        }

        /** A part of a streamed message. */
        public static Frame part(
                int opcode, boolean last, ByteBuffer payload, CompletableFuture<Void> done, Stream stream) {
            return new Frame(opcode, last, payload, done, stream, null, false);
        }

        public int opcode() {
            return opcode;
        }

        /** Whether it is the last frame of its message. */
        public boolean last() {
            return last;
        }

        public ByteBuffer payload() {
            return payload;
        }

        /** {@code null} if its sender does not wait for the result. */
        public @Nullable CompletableFuture<Void> done() {
            return done;
        }

        /** {@code null} if it is a whole message. */
        public @Nullable Stream stream() {
            return stream;
        }

        /** {@code null} if it is sent to one session only. */
        @Nullable
        Deflated deflated() {
            return deflated;
        }

        /** Whether it is counted separately from the limits: the client does not decide how much a topic replays. */
        public boolean isReplay() {
            return replay;
        }

        public boolean isControl() {
            return Opcode.isControl(opcode);
        }

        /** How many bytes it holds in memory. */
        public int size() {
            return payload.remaining();
        }
    }

    /** The place of a streamed message in the queue. Only its {@link SendQueue} uses the fields. */
    final class Stream implements Outbound {
        /** The queued parts. */
        final ArrayDeque<Frame> parts = new ArrayDeque<>(2);

        boolean started;
        /** Whether no part follows the queued ones. */
        boolean ended;
    }

    /** The close frame; nothing follows it. */
    record Close(CloseFrame frame) implements Outbound {}
}
