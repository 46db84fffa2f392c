package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits in an {@link Outbox}. */
sealed interface Outgoing {
    /** A frame: a whole message, or a part of one that is streamed. A topic queues one for all its sessions. */
    final class Frame implements Outgoing {
        private final int opcode;
        private final boolean last;
        private final ByteBuffer payload;
        private final @Nullable CompletableFuture<Void> done;
        private final @Nullable Stream stream;
        private final @Nullable Deflated deflated;
        private final boolean greeting;

        private Frame(
                int opcode,
                boolean last,
                ByteBuffer payload,
                @Nullable CompletableFuture<Void> done,
                @Nullable Stream stream,
                @Nullable Deflated deflated,
                boolean greeting) {
            this.opcode = opcode;
            this.last = last;
            this.payload = payload;
            this.done = done;
            this.stream = stream;
            this.deflated = deflated;
            this.greeting = greeting;
        }

        /** A whole message; {@code done} is told what became of it. */
        static Frame whole(int opcode, ByteBuffer payload, @Nullable CompletableFuture<Void> done) {
            return new Frame(opcode, true, payload, done, null, null, false);
        }

        /** A whole message to many sessions, of which nobody asks what became. */
        static Frame shared(int opcode, ByteBuffer payload) {
            return new Frame(opcode, true, payload, null, null, new Deflated(payload), false);
        }

        /** A whole message to one who comes to a topic, of what that keeps. */
        static Frame greeting(int opcode, ByteBuffer payload) {
            return new Frame(opcode, true, payload, null, null, new Deflated(payload), true);
        }

        /** A part of a message that is streamed. */
        static Frame part(int opcode, boolean last, ByteBuffer payload, CompletableFuture<Void> done, Stream stream) {
            return new Frame(opcode, last, payload, done, stream, null, false);
        }

        int opcode() {
            return opcode;
        }

        /** Whether its message ends with it. */
        boolean last() {
            return last;
        }

        ByteBuffer payload() {
            return payload;
        }

        /** {@code null} if nobody asks what became of it. */
        @Nullable
        CompletableFuture<Void> done() {
            return done;
        }

        /** {@code null} if it is a message by itself. */
        @Nullable
        Stream stream() {
            return stream;
        }

        /** {@code null} if it goes to one session only. */
        @Nullable
        Deflated deflated() {
            return deflated;
        }

        /** Whether it waits beside the limits: how much it is, is not the client's doing. */
        boolean isGreeting() {
            return greeting;
        }

        boolean isControl() {
            return Opcode.isControl(opcode);
        }

        /** How many bytes it keeps in memory. */
        int size() {
            return payload.remaining();
        }
    }

    /** The place of a message whose parts come one by one. Touched by its {@link SendQueue} only. */
    final class Stream implements Outgoing {
        /** Parts that wait. */
        final ArrayDeque<Frame> parts = new ArrayDeque<>(2);

        boolean begun;
        /** Whether no part will follow those that wait. */
        boolean ended;
    }

    /** The close frame; nothing follows it. */
    record Close(CloseFrame frame) implements Outgoing {}
}
