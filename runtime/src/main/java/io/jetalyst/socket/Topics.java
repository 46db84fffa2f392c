package io.jetalyst.socket;

/**
 * The topics of an application, by name; any controller may take it in its constructor.
 *
 * <p>A topic takes room only while somebody is subscribed to it. At most 10,000 are in use at one time (setting
 * {@code server.max-topics}), and 100 by one session ({@link SocketLimit#MAX_SUBSCRIPTIONS}), so names may come from clients, though who
 * opens a hundred sockets can keep others from new ones. A name has at most 256 characters. Two handles of one name are the same topic.
 * They agree on type and options as long as the topic is in use.
 *
 * <pre>{@code
 * BoardController(Topics topics) {
 *     this.board = topics.topic("board", String.class);
 * }
 *
 * handshake.onOpen(board::subscribe)
 *          .onText((session, text) -> board.publish(text));
 * }</pre>
 */
public interface Topics {
    /**
     * The topic of this name, without history.
     *
     * @throws IllegalStateException if the name is in use with another type or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type
     */
    <T> Topic<T> topic(String name, Class<T> type);

    /**
     * The topic of this name, with these options.
     *
     * @throws IllegalStateException if the name is in use with another type or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type
     */
    <T> Topic<T> topic(String name, Class<T> type, TopicOptions options);

    /**
     * The topic of this name, whose subscribers may be members.
     *
     * @param member what a member is; members that are equal as JSON are one member
     * @param presence what subscribers are told of members; while the topic is in use, that of the first subscriber
     * @throws IllegalStateException if the name is in use with other types or other options
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type, or write and read the member's
     */
    <T, M> PresenceTopic<T, M> topic(
            String name, Class<T> type, TopicOptions options, Class<M> member, Presence<T, M> presence);
}
