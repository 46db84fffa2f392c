package io.jetalyst.socket;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A named channel. Every subscribed session receives the messages that are published to it.
 *
 * <pre>{@code
 * Topic<Said> room = topics.topic("rooms/tea", Said.class);
 * handshake.onOpen(session -> room.subscribe(session).publish(new Said(name, "joined")))
 *          .onMessage(Say.class, (session, say) -> room.publish(new Said(name, say.text())))
 *          .onClose((session, status) -> room.publish(new Said(name, "left")));
 * }</pre>
 *
 * <ul>
 *   <li><b>Encoding.</b> The publishing thread encodes a message once; all subscribers are sent the same bytes.
 *   <li><b>Order.</b> All subscribers receive messages in the same order, in all processes that share a {@link Hub}. Messages that one
 *       thread publishes keep the order of its calls. There is no order between topics, or between a topic and messages that are sent to a
 *       session directly.
 *   <li><b>Subscriptions</b> end when their session is closed. You need not unsubscribe in {@code onClose}.
 *   <li><b>History.</b> A topic may keep its last messages ({@link TopicOptions}). A new subscriber receives them first and then later
 *       messages; each is delivered exactly once.
 *   <li><b>Life cycle.</b> A topic is active while it has subscribers. The in-memory hub keeps its history for two minutes after
 *       the last one, at most 1,000 of such histories; a hub that connects several processes may keep it longer.
 * </ul>
 *
 * <p>Every method may be called from any thread, and none waits for a client: a client that reads too slowly is closed, or its messages are
 * dropped, as the endpoint's overflow policy says. If another thread is writing to a subscriber, a publisher may wait up to 20 ms for it;
 * see {@link WebSocketSession}.
 *
 * @param <T> the type of its messages: {@code String} is sent as text, any other type as JSON
 */
public interface Topic<T> {
    /** Returns the name. */
    String name();

    /**
     * Subscribes a session until it is closed. It receives the history first, then every message published from now on. Does nothing if the
     * session is subscribed already, or closed.
     *
     * @return this topic, so that a message can be published that the session receives, too
     * @throws TopicLimitException if the application has too many active topics, or the session too many subscriptions
     * @throws IllegalStateException if the topic is active with another type or other options
     */
    Topic<T> subscribe(WebSocketSession session);

    /** Unsubscribes a session. A member leaves with the last of its sessions. */
    void unsubscribe(WebSocketSession session);

    /**
     * Publishes a message to all subscribers.
     *
     * @return completes when the message has its place in the order, not when clients have received it. It fails only if a hub on an
     *     external broker cannot be reached; the hub logs that as well, so you may ignore the stage.
     * @throws IllegalStateException if the topic is active with another type or other options
     * @throws RuntimeException the exception of the codec if it cannot write the message
     */
    CompletionStage<Void> publish(T message);

    /**
     * Returns a publisher of the messages, for readers that are no sessions, such as {@link io.jetalyst.sse.Events}. Each of its subscribers
     * receives the history and then every message that is published. A subscriber is subscribed to this topic until it cancels. One that has
     * not requested 512 messages or 512 KiB that are there receives an {@code IOException}.
     *
     * @param after the id of the last message that the reader knows, so that it receives only the later ones; if it is empty, or the
     *     history has no such message any more, the reader receives the whole history
     */
    Flow.Publisher<TopicMessage> messages(String after);

    /**
     * Returns a publisher as {@link #messages(String)} does, without the history: its subscriber receives each message that is published after
     * {@code onSubscribe} was called.
     */
    Flow.Publisher<TopicMessage> messages();

    /** Returns how many sessions and other subscribers of this process there are. */
    int subscribers();
}
