package io.jetalyst.socket;

import java.util.concurrent.CompletionStage;

/**
 * Sessions that hear the same messages.
 *
 * <ul>
 *   <li><b>Encoding.</b> A message is encoded once, by the thread that publishes it; all its subscribers are sent the same bytes.
 *   <li><b>Order.</b> All subscribers hear messages in the same order, in all processes that share a {@link Hub}; those of one
 *       thread in the order in which it published them. Nothing is said about the order between topics, or between a topic and what is
 *       sent to a session directly.
 *   <li><b>Membership</b> of a session ends with it. Nobody has to unsubscribe in {@code onClose}.
 *   <li><b>History.</b> A topic may keep its last messages ({@link TopicOptions}): who subscribes hears them first and then what
 *       comes, with nothing lost between them and nothing twice.
 *   <li><b>The end.</b> A topic to which nobody is subscribed takes no room. Its history is gone then, unless a hub of several
 *       processes keeps it; the one in memory does not.
 * </ul>
 *
 * <p>Every method may be called from any thread, and none waits for a client: who reads too slowly is given up, and one that another
 * thread is writing to is waited for, as {@link WebSocketSession} says.
 *
 * @param <T> the type of its messages: {@code String} is sent as it is, any other as JSON
 */
public interface Topic<T> {
    String name();

    /**
     * Lets a session hear what the topic keeps, and what is published from now on, until it ends. Subscribing twice, or a session that
     * has ended, does nothing.
     *
     * @throws TopicLimitException if the topic would be one too many of those in use, or of those of the session
     * @throws IllegalStateException if the name is in use with another type or other options
     */
    void subscribe(WebSocketSession session);

    /** Lets a session hear no more; a member leaves with the last of its sessions. */
    void unsubscribe(WebSocketSession session);

    /**
     * Sends a message to all who are subscribed.
     *
     * @return done when the message has its place in the order, not when clients have it. It fails only where a hub of several
     *     processes cannot be reached; that is logged as well, so not looking at it is fine.
     * @throws IllegalStateException if the name is in use with another type or other options
     * @throws RuntimeException what the codec throws where the message cannot be written
     */
    CompletionStage<Void> publish(T message);

    /** How many sessions of this process are subscribed. */
    int subscribers();
}
