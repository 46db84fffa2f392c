package io.jetalyst.internal.topic;

import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;

/** A session as topics see it. All methods are safe for all threads. */
public interface Subscriber {
    /** The id under which the hub knows it as a member. */
    String id();

    /** The topics that it is subscribed to. */
    Subscriptions subscriptions();

    /** How many topics it may be subscribed to. */
    int maxSubscriptions();

    /** Whether it receives the members and the history before other messages. */
    default boolean wantsReplay() {
        return true;
    }

    /** The id of the last message that it knows; empty if it receives the whole history. */
    default String known() {
        return "";
    }

    /** The replay is queued, and each message that is published from now on will be. Must not block. */
    default void onSubscribed() {}

    /**
     * Queues a message, as {@link #offer(Outbound.Frame)} does.
     *
     * @param message its id; empty for a message about members
     */
    default OfferResult offer(String message, Outbound.Frame frame) {
        return offer(frame);
    }

    /** Queues a message of the history, as {@link #replay(byte[], boolean)} does. */
    default void replay(String message, byte[] bytes, boolean unlimited) {
        replay(bytes, unlimited);
    }

    /** Queues a frame. A frame that does not fit may close the session, with the next {@link #flush}. */
    OfferResult offer(Outbound.Frame frame);

    /** Whether the next replay may be queued regardless of the limits. */
    boolean acceptsReplay();

    /**
     * Queues a message of a topic's history or presence.
     *
     * @param unlimited whether to queue it regardless of the limits
     */
    void replay(byte[] message, boolean unlimited);

    /** Writes what is queued, or closes the session if something did not fit. Must be called without locks. */
    void flush();

    /** Whether the next {@link #flush} closes the session, because a frame did not fit. */
    boolean isTooSlow();

    /** Waits until another thread has written what congests the queue, or reads no more until then if the calling thread must not wait. */
    void awaitWriter(long deadline);

    /** Runs a task that may block, soon, on a thread for such tasks. */
    void execute(Runnable task);
}
