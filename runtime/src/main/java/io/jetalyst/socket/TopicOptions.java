package io.jetalyst.socket;

/**
 * What a topic does beside sending on.
 *
 * @param history how many of the last messages a new subscriber hears, 0 to 128; fewer if they take more than 128 KiB together, so
 *     that they always fit into what may wait for a session
 */
public record TopicOptions(int history) {
    /** The most messages a topic keeps. */
    public static final int MAX_HISTORY = 128;

    /** No history. */
    public static final TopicOptions DEFAULT = new TopicOptions(0);

    public TopicOptions {
        if (history < 0 || history > MAX_HISTORY) {
            throw new IllegalArgumentException("a history has 0 to " + MAX_HISTORY + " messages, not " + history);
        }
    }

    /** The same with a history of so many messages. */
    public TopicOptions history(int messages) {
        return new TopicOptions(messages);
    }
}
