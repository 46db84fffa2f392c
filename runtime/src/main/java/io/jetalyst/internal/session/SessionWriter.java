package io.jetalyst.internal.session;

import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.internal.outbox.Outbox;
import io.jetalyst.internal.outbox.OutboxOwner;
import io.jetalyst.internal.outbox.StageCompleter;
import io.jetalyst.internal.outbox.WriterTurn;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketOptions;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the frames of one session through its {@link Outbox} and applies the overflow policy. Safe for all threads. */
final class SessionWriter implements OutboxOwner {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final Connection connection;
    private final StageCompleter stages;
    private volatile boolean overflowed;
    /** Counted by the threads that write, one at a time. */
    private long messages;

    SessionWriter(Connection connection, StageCompleter stages) {
        this.connection = connection;
        this.stages = stages;
    }

    /** Sends a frame; its stage is completed when the frame was written or discarded. */
    void send(Outbound.Frame frame) {
        afterOffer(frame, offer(frame));
    }

    /**
     * Queues a frame. A frame that does not fit closes the session with the next {@link #flush}, unless the endpoint's policy says
     * otherwise; a streamed message cannot miss a part.
     */
    OfferResult offer(Outbound.Frame frame) {
        OfferResult result = connection.outbox().offer(frame);
        if (result == OfferResult.FULL && (policy() == SocketOptions.Overflow.CLOSE || frame.stream() != null)) {
            overflowed = true;
        }
        return result;
    }

    /** As {@link io.jetalyst.internal.topic.Subscriber#replay}. */
    void replay(byte[] message, boolean unlimited) {
        if (unlimited) {
            connection.outbox().add(Outbound.Frame.replay(Opcode.TEXT, ByteBuffer.wrap(message)));
        } else {
            offer(Outbound.Frame.shared(Opcode.TEXT, ByteBuffer.wrap(message)));
        }
    }

    /** The second half of {@link #send}, for callers that offer a frame under a lock of their own. */
    void afterOffer(Outbound.Frame frame, OfferResult result) {
        flush();
        if (result == OfferResult.FULL && !overflowed) {
            failOverflow(frame);
        } else if (!result.isQueued()) {
            failFrame(frame);
        }
        if (result == OfferResult.CONGESTED) {
            connection.awaitWriter(WriterTurn.deadline());
        }
    }

    void flush() {
        if (overflowed) {
            closeOverflowed();
        }
        if (policy() == SocketOptions.Overflow.DROP_OLDEST) {
            connection.outbox().takeDropped().forEach(this::failOverflow);
        }
        connection.outbox().flush();
    }

    private void closeOverflowed() {
        if (connection.outbox().blockedNanos(connection.now()) > 0) {
            closeUnfinishedStream();
        } else {
            connection.close(CloseStatuses.SLOW, null);
        }
    }

    /** The application does not end a streamed message, so that nothing behind it can be sent. */
    void closeUnfinishedStream() {
        if (connection.isOpen()) {
            LOG.error(
                    "A streamed message of {} was not ended with MessageStream.close(), and other messages wait behind"
                            + " it; closing the session with 1011",
                    connection.session());
        }
        connection.close(CloseStatuses.UNFINISHED_STREAM, null);
    }

    /** Whether the next {@link #flush} closes the session, because a frame did not fit into the queue. */
    boolean isTooSlow() {
        return overflowed && connection.isOpen();
    }

    /** Sends a ping in front of all queued frames, so that a client that reads slowly receives it in time. */
    void ping() {
        connection.outbox().addFirst(Outbound.Frame.whole(Opcode.PING, ByteBuffer.allocate(0), null));
        flush();
    }

    long queuedBytes() {
        return connection.outbox().queuedBytes();
    }

    private SocketOptions.Overflow policy() {
        return connection.limits().queue().overflow();
    }

    private void failOverflow(Outbound.Frame frame) {
        if (frame.done() != null) {
            stages.complete(frame.done(), CloseStatuses.overflow(connection.session()));
        }
    }

    /** A frame was not sent, and will not be. */
    void failFrame(Outbound.Frame frame) {
        if (frame.done() != null) {
            CloseStatus status = connection.life().status();
            stages.complete(
                    frame.done(), CloseStatuses.exception(connection.session(), status, "the message was not sent"));
        }
    }

    @Override
    public void onWritten(List<Outbound> items, @Nullable Throwable failure) {
        if (failure != null) {
            connection.onWriteFailure(failure);
        }
        for (Outbound item : items) {
            if (item instanceof Outbound.Close && failure == null) {
                connection.onCloseSent();
            } else if (item instanceof Outbound.Frame frame && failure != null) {
                failFrame(frame);
            } else if (item instanceof Outbound.Frame frame) {
                written(frame);
            }
        }
    }

    private void written(Outbound.Frame frame) {
        if (frame.last() && !frame.isControl()) {
            messages++;
        }
        if (frame.done() != null) {
            stages.complete(frame.done(), null);
        }
    }

    /** The messages that were written. */
    long messages() {
        return messages;
    }

    @Override
    public void onDrained() {
        connection.reader().pongWritten();
    }
}
