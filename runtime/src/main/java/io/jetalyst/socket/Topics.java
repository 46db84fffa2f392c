package io.jetalyst.socket;

/**
 * The topics of an application, by name. A controller gets it as a constructor parameter.
 *
 * <pre>{@code
 * BoardController(Topics topics) {
 *     this.board = topics.topic("board", String.class);
 * }
 *
 * handshake.onOpen(board::subscribe)
 *          .onText((session, text) -> board.publish(text));
 * }</pre>
 *
 * <p>Two calls with the same name return the same topic. While a topic is active, every call must use the same types and options.
 *
 * <p>A topic takes memory only while it has subscribers. At most 10,000 topics may be active (setting {@code server.max-topics}), and a
 * session may subscribe to at most 100 ({@link SocketLimit#MAX_SUBSCRIPTIONS}). Clients may therefore choose names, although a client that
 * opens a hundred sockets can use up the topics of all others. A name has at most 256 characters.
 */
public interface Topics {
    /**
     * Returns the topic of this name, without history.
     *
     * @throws IllegalStateException if the topic is active with another type or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type
     */
    <T> Topic<T> topic(String name, Class<T> type);

    /**
     * Returns the topic of this name with these options.
     *
     * @throws IllegalStateException if the topic is active with another type or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type
     */
    <T> Topic<T> topic(String name, Class<T> type, TopicOptions options);

    /**
     * Returns the topic of this name, to which sessions may subscribe as members.
     *
     * @param member the type of a member; members are equal if their JSON is equal
     * @param presence creates the messages about members; while the topic is active, it uses that of the first subscriber
     * @throws IllegalStateException if the topic is active with other types or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type, or read and write the type of a member
     */
    <T, M> PresenceTopic<T, M> topic(
            String name, Class<T> type, TopicOptions options, Class<M> member, Presence<T, M> presence);
}
