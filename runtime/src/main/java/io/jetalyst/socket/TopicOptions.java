package io.jetalyst.socket;

/**
 * The history and the member limit of a topic.
 *
 * <pre>{@code
 * topics.topic("board", Note.class, TopicOptions.DEFAULT.history(50));
 * }</pre>
 *
 * <p>The replayed history does not count towards the limits of a session's send queue ({@link SocketLimit}), so a history of any size closes
 * no new subscriber. Only if a client subscribes again and again, and has left more than 256 messages or 256 KiB of replayed history unread,
 * does the next replay count.
 *
 * @param history how many of its last messages the topic replays to a new subscriber, 0 to 128. It replays fewer if they take more than
 *     128 KiB together, or the histories of all topics more than an eighth of the heap.
 * @param maxMembers how many members a {@link PresenceTopic} may have, at least 1. The process compares the limit with the members that it
 *     knows, and with those of its own sessions that are joining. With a hub that connects several processes, there may be more members if
 *     sessions of several processes join at the same moment, or if the hub has not delivered the members of the topic yet.
 */
public record TopicOptions(int history, int maxMembers) {
    /** The maximum of {@link #history}. */
    public static final int MAX_HISTORY = 128;

    /** No history, at most 10,000 members. */
    public static final TopicOptions DEFAULT = new TopicOptions(0, 10_000);

    /** @throws IllegalArgumentException if a value is out of range */
    public TopicOptions {
        if (history < 0 || history > MAX_HISTORY) {
            throw new IllegalArgumentException("history must be 0 to " + MAX_HISTORY + ", not " + history);
        }
        if (maxMembers < 1) {
            throw new IllegalArgumentException("maxMembers must be at least 1, not " + maxMembers);
        }
    }

    /** Returns the same options with a history of this number of messages. */
    public TopicOptions history(int messages) {
        return new TopicOptions(messages, maxMembers);
    }

    /** Returns the same options with at most this number of members. */
    public TopicOptions maxMembers(int max) {
        return new TopicOptions(history, max);
    }
}
