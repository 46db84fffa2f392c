package io.jetalyst.socket;

/**
 * What a topic keeps. A new subscriber is told it beside the limits of what may wait for a session ({@link SocketLimit}), so that how much
 * a topic keeps closes nobody; unless it has been told so already, and has left more than 256 messages or 256 KiB of that unread.
 *
 * <pre>{@code
 * topics.topic("board", Note.class, TopicOptions.DEFAULT.history(50));
 * }</pre>
 *
 * @param history how many of the last messages a new subscriber hears, 0 to 128; fewer if they take more than 128 KiB together, or the
 *     histories of all topics more than an eighth of the heap
 * @param maxMembers how many members a {@link PresenceTopic} lets in, 1 at least, as far as this process knows of them: where some come at the
 *     same moment, or before a hub of several processes has answered, there may be more
 */
public record TopicOptions(int history, int maxMembers) {
    /** The most messages a topic keeps. */
    public static final int MAX_HISTORY = 128;

    /** No history, 10,000 members. */
    public static final TopicOptions DEFAULT = new TopicOptions(0, 10_000);

    public TopicOptions {
        if (history < 0 || history > MAX_HISTORY) {
            throw new IllegalArgumentException("a history has 0 to " + MAX_HISTORY + " messages, not " + history);
        }
        if (maxMembers < 1) {
            throw new IllegalArgumentException("a topic lets in 1 member at least, not " + maxMembers);
        }
    }

    /** The same with a history of so many messages. */
    public TopicOptions history(int messages) {
        return new TopicOptions(messages, maxMembers);
    }

    /** The same for so many members. */
    public TopicOptions maxMembers(int max) {
        return new TopicOptions(history, max);
    }
}
