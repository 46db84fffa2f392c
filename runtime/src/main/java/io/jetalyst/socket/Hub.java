package io.jetalyst.socket;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What stands behind the topics of an application: it puts what is published to a topic, and who comes and goes, into one order, and
 * tells everybody who subscribed in that order. The one in memory, which applications get, serves one process. One on a
 * broker joins several; give it to the application with {@code App.builder().bind(Hub.class, hub)}, which then closes it.
 *
 * <p>A hub knows bytes and names; what they mean is the matter of {@link Topics}. Only the runtime calls it.
 *
 * <ul>
 *   <li><b>Order.</b> All entries of a topic have one order, the same for every listener of every process, and what one thread
 *       publishes stands in it as it was published, also where it does not wait for the stages. There is no order between topics.
 *   <li><b>Threads.</b> Every method may be called from any thread, and none waits for the network: what takes time is told by a
 *       stage. Each listener is called serially, perhaps while the hub holds a lock. So it only queues, and does not call the hub;
 *       what touches the network it does in {@link Listener#flush}.
 *   <li><b>Back-pressure</b> belongs to the sockets, not to the hub: a listener takes all it is told.
 *   <li><b>The end of a process.</b> The members that a process let in leave with it, also when it dies without a word, then after a
 *       time.
 * </ul>
 *
 * <p>The contract is written as tests: that of a hub extends {@code HubContract}, or {@code SharedHubContract} where it joins several
 * processes, of the package {@code io.jetalyst.contract} in the artifact
 * {@code jetalyst-runtime}, type {@code test-jar}.
 */
public interface Hub extends AutoCloseable {
    /**
     * Begins to listen to a topic. The listener is first told what the topic keeps, then of each entry after it; none is lost between
     * them and none told twice. An entry that is published when this method has returned is heard.
     *
     * @param after the id of the last entry that is known already, so that only newer ones come; empty for all that are kept
     * @throws IllegalStateException if the hub is closed
     */
    Subscription subscribe(String topic, String after, Listener listener);

    /**
     * Appends a message to a topic. It need not be kept for later where nobody listens.
     *
     * @param message must not change any more
     * @param keep how many messages the topic keeps from now on, this one among them, for those who come later; 0 for none
     * @return done with the message's id when it has its place in the order; fails if it has none
     */
    CompletionStage<String> publish(String topic, byte[] message, int keep);

    /**
     * Lets a session in as a member. Sessions of equal members are one member, which joins with the first and leaves with the
     * last; each change is an entry. A session that is in as another member leaves as that one first.
     *
     * @param session no other session of any process has this name
     * @return done when it is in
     */
    CompletionStage<Void> join(String topic, String session, String member);

    /**
     * Takes a session out; does nothing if it is not in.
     *
     * @return done when it is out
     */
    CompletionStage<Void> leave(String topic, String session);

    /**
     * Tells no listener anything more, and takes out the sessions it let in. Afterwards publishing and joining fail with an
     * {@link IllegalStateException}, and leaving does nothing. Closing twice does nothing.
     */
    @Override
    void close();

    /** Hears a topic. No method may throw or wait. */
    interface Listener {
        /** Called once, before all others. */
        void onStart(Start start);

        /** The next entry. */
        void onEntry(Entry entry);

        /** Called after one or several entries, without a lock of the hub's; from several threads at once, perhaps. */
        void flush();
    }

    /** Somebody listens. */
    interface Subscription extends AutoCloseable {
        /** Ends it; the listener hears no entry after this has returned. Closing twice does nothing. */
        @Override
        void close();
    }

    /** One thing that happened in a topic. */
    sealed interface Entry {
        /** Orders the entry for {@link #subscribe} alone; no other entry of the topic has it, also after a restart. */
        String id();
    }

    /**
     * A message was published.
     *
     * @param bytes nobody changes them; all listeners of a process may share them
     */
    record Message(String id, byte[] bytes) implements Entry {
        public Message {
            requireNonNull(id);
            requireNonNull(bytes);
        }
    }

    /** A member came in, with the first of its sessions. */
    record Joined(String id, String member) implements Entry {}

    /** A member left, with the last of its sessions. */
    record Left(String id, String member) implements Entry {}

    /**
     * What a topic is when a subscription begins.
     *
     * @param messages those that are kept and come after the known id; the oldest first
     * @param gap whether messages between the known id and these may be lost, because they are not kept any more
     * @param members who is in, in the order in which they came
     */
    record Start(List<Message> messages, boolean gap, List<String> members) {
        public Start {
            messages = List.copyOf(messages);
            members = List.copyOf(members);
        }
    }
}
