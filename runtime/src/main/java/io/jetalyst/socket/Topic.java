package io.jetalyst.socket;

/**
 * Sessions that hear the same messages. A message is encoded once for all of them, and all of them hear the messages in the same
 * order. Every method may be called from any thread.
 *
 * @param <T> the type of its messages: {@code String} is sent as it is, any other as JSON
 */
public interface Topic<T> {
    String name();

    /** Lets a session hear what is published from now on, until it ends. Subscribing twice, or a session that has ended, does nothing. */
    void subscribe(WebSocketSession session);

    /** Lets a session hear no more. */
    void unsubscribe(WebSocketSession session);

    /** Sends a message to all who are subscribed. A slow client delays nobody. */
    void publish(T message);

    /** How many sessions are subscribed. */
    int subscribers();
}
