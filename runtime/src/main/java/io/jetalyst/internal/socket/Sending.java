package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketOptions;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one session sends: through its {@link Outbox}, and, where that is full, by the policy of its endpoint. Safe for all threads. */
final class Sending implements OutboxOwner {
    private final Connection connection;
    private final Stages stages;
    private volatile boolean overflowed;

    Sending(Connection connection, Stages stages) {
        this.connection = connection;
        this.stages = stages;
    }

    /** Sends a frame, and tells its stage what became of it. */
    void send(Outgoing.Frame frame) {
        offered(frame, offer(frame));
    }

    /**
     * Queues a frame. What does not fit ends the session with the next {@link #flush}, unless the endpoint wants it otherwise; a
     * streamed message cannot miss a part.
     */
    Offer offer(Outgoing.Frame frame) {
        Offer offer = connection.outbox().offer(frame);
        if (offer == Offer.FULL && (policy() == SocketOptions.Overflow.CLOSE || frame.stream() != null)) {
            overflowed = true;
        }
        return offer;
    }

    /**
     * Queues a message of what a topic keeps.
     *
     * @param beside the limits, whatever waits already
     */
    void greet(byte[] message, boolean beside) {
        if (beside) {
            connection.outbox().add(Outgoing.Frame.greeting(Opcode.TEXT, ByteBuffer.wrap(message)));
        } else {
            offer(Outgoing.Frame.shared(Opcode.TEXT, ByteBuffer.wrap(message)));
        }
    }

    /** The second half of {@link #send}, for those who offer a frame under a lock of theirs. */
    void offered(Outgoing.Frame frame, Offer offer) {
        flush();
        if (offer == Offer.FULL && !overflowed) {
            overflow(frame);
        } else if (!offer.isQueued()) {
            lost(frame);
        }
        if (offer == Offer.CROWDED) {
            connection.outbox().awaitFlusher(Waiters.deadline());
        }
    }

    void flush() {
        if (overflowed) {
            connection.end(CloseStatuses.SLOW, null);
        }
        if (policy() == SocketOptions.Overflow.DROP_OLDEST) {
            connection.outbox().dropped().forEach(this::overflow);
        }
        connection.outbox().flush();
    }

    /** Whether the next {@link #flush} ends the session, because not all that was sent to it could be queued. */
    boolean isTooSlow() {
        return overflowed && connection.isOpen();
    }

    /** Asks the client for a sign of life, before all else: however slowly it reads, it is asked in time. */
    void ping() {
        connection.outbox().addFirst(Outgoing.Frame.whole(Opcode.PING, ByteBuffer.allocate(0), null));
        flush();
    }

    long queuedBytes() {
        return connection.outbox().queuedBytes();
    }

    private SocketOptions.Overflow policy() {
        return connection.limits().overflow();
    }

    private void overflow(Outgoing.Frame frame) {
        if (frame.done() != null) {
            stages.complete(frame.done(), CloseStatuses.overflow(connection.session()));
        }
    }

    /** A frame was not sent, and will not be. */
    void lost(Outgoing.Frame frame) {
        if (frame.done() != null) {
            CloseStatus status = connection.life().status().orElse(CloseStatuses.LOST);
            stages.complete(
                    frame.done(), CloseStatuses.exception(connection.session(), status, "the message was not sent"));
        }
    }

    @Override
    public void done(List<Outgoing> all, @Nullable Throwable failure) {
        for (Outgoing outgoing : all) {
            if (outgoing instanceof Outgoing.Close && failure == null) {
                connection.closeSent();
            } else if (outgoing instanceof Outgoing.Frame frame && failure != null) {
                lost(frame);
            } else if (outgoing instanceof Outgoing.Frame frame && frame.done() != null) {
                stages.complete(frame.done(), null);
            }
        }
    }

    @Override
    public void unstuck() {
        connection.reading().answered();
    }
}
