package io.jetalyst.socket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The broker behind the topics of an application. It puts the messages, joins and leaves of a topic into one order, and notifies every
 * subscriber in that order. The default hub keeps everything in the memory of one process. A hub on an external broker connects several
 * processes; bind it to the application, which closes it when it stops:
 *
 * <pre>{@code
 * App.builder().bind(Hub.class, hub)
 * }</pre>
 *
 * <p>A hub handles bytes and names; {@link Topics} encodes and decodes them. Only the runtime calls a hub.
 *
 * <ul>
 *   <li><b>Order.</b> All entries of a topic have one order, which is the same for every listener of every process. Messages that one
 *       thread publishes keep the order of its calls, even if it does not wait for the stages. There is no order between topics.
 *   <li><b>Threads.</b> Every method may be called from any thread. No method blocks on the network: an operation that takes time returns
 *       a stage. The hub calls each listener serially, and may hold a lock while it does. A listener therefore only queues the entry and
 *       does not call the hub; it writes to the network in {@link Listener#flush}.
 *   <li><b>Back-pressure</b> is handled by the sockets, not by the hub: a listener accepts every entry.
 *   <li><b>Failure of a process.</b> The members that a process added leave when it closes its hub. If the process crashes, they leave
 *       after a timeout.
 * </ul>
 *
 * <p>The contract is also a test suite. The test of a hub extends {@code HubContract}, or {@code SharedHubContract} if the hub connects
 * several processes, from the package {@code io.jetalyst.contract} in the artifact {@code jetalyst-runtime}, type {@code test-jar}.
 */
public interface Hub extends AutoCloseable {
    /**
     * Subscribes to a topic. The hub first passes the kept messages and the members to {@link Listener#onStart}, then every later entry to
     * {@link Listener#onEntry}; each is delivered exactly once. The listener receives every entry that is published after this
     * method has returned.
     *
     * @param after the id of the last entry that the listener knows, so that only newer messages are replayed; empty for all kept messages
     * @throws IllegalStateException if the hub is closed
     */
    Subscription subscribe(String topic, String after, Listener listener);

    /**
     * Appends a message to a topic. If the topic has no subscriber, the hub need not keep the message.
     *
     * @param message the bytes, which must not change any more
     * @param keep how many messages the topic keeps from now on for later subscribers, including this one; 0 for none
     * @return completes with the id of the message when the hub has appended it; fails if it could not
     */
    CompletionStage<String> publish(String topic, byte[] message, int keep);

    /**
     * Adds a session to the members of a topic. Sessions of equal members count as one member: it joins with its first session, and leaves
     * with its last; each is an entry. A session that belongs to another member leaves that one first.
     *
     * @param session the id of the session; unique over all processes
     * @return completes when the session is added
     */
    CompletionStage<Void> join(String topic, String session, String member);

    /**
     * Removes a session from the members of a topic. Does nothing if it is not a member.
     *
     * @return completes when the session is removed
     */
    CompletionStage<Void> leave(String topic, String session);

    /**
     * Stops notifying listeners, and removes the sessions that this process added. Afterwards publishing and joining fail with an
     * {@link IllegalStateException}, and leaving does nothing. Closing twice does nothing.
     */
    @Override
    void close();

    /** Receives the entries of a topic. Its methods must not throw or block. */
    interface Listener {
        /** Called once, before the other methods. */
        void onStart(Start start);

        /** Called for each later entry, in order. */
        void onEntry(Entry entry);

        /** Called after one or several entries, while the hub holds no lock. Several threads may call it at the same time. */
        void flush();
    }

    /** A subscription of a listener to a topic. */
    interface Subscription extends AutoCloseable {
        /** Unsubscribes. The hub does not call {@link Listener#onEntry} after this has returned. Closing twice does nothing. */
        @Override
        void close();
    }

    /** One event of a topic. */
    sealed interface Entry {
        /** Returns the id for {@link #subscribe}. No other entry of the topic has it, not even after a restart. */
        String id();
    }

    /**
     * A published message.
     *
     * @param bytes the message, which must not be changed, because all listeners of a process may share it
     * @param at when the hub appended the message, by its own clock; not before an earlier message of the topic
     */
    record Message(String id, byte[] bytes, Instant at) implements Entry {
        public Message {
            requireNonNull(id);
            requireNonNull(bytes);
            requireNonNull(at);
        }
    }

    /** A member joined with its first session. */
    record Joined(String id, String member) implements Entry {}

    /** A member left with its last session. */
    record Left(String id, String member) implements Entry {}

    /**
     * The state of a topic when a subscription begins.
     *
     * @param messages the kept messages after the known id, the oldest first
     * @param gap whether messages between the known id and these may be missing, because the hub no longer keeps them
     * @param members the members in the order in which they joined
     * @param completeSince the hub still keeps every message that it appended after this time: the time of the last message that it no
     *     longer keeps, or the time at which it began to keep messages, whichever is later
     */
    record Start(List<Message> messages, boolean gap, List<String> members, Instant completeSince) {
        public Start {
            messages = List.copyOf(messages);
            members = List.copyOf(members);
            requireNonNull(completeSince);
        }
    }
}
