package io.jetalyst.socket;

import java.util.Locale;

/**
 * A limit of what one client may cost. Each has a setting for the whole application ({@code socket.max-message-bytes}), and a
 * member of {@code @WebSocket} for one endpoint ({@code maxMessageBytes}), which is the stronger. Units are in the names; no limit is
 * below 1.
 */
public enum SocketLimit {
    /** The longest message taken. */
    MAX_MESSAGE_BYTES(64 * 1024),
    /** The longest frame taken. Where it is not set it is as {@link #MAX_MESSAGE_BYTES}, and changes with it. */
    MAX_FRAME_BYTES(64 * 1024),
    /** The most frames one message may come in. */
    MAX_FRAGMENTS(1024),
    /** How long the server waits in all for the rest of a message. */
    MAX_MESSAGE_SECONDS(30),
    /** How many messages, pings and pongs a client may send for long. */
    MESSAGES_PER_SECOND(50),
    /** How many of them may come at once after a silence. */
    MESSAGE_BURST(100),
    /** The most frames that may wait to be sent. */
    MAX_QUEUED_FRAMES(256),
    /** The most bytes that may wait to be sent. */
    MAX_QUEUED_BYTES(256 * 1024),
    /** The most topics that one session may be subscribed to. */
    MAX_SUBSCRIPTIONS(100),
    /** Silence after which the server sends a ping. */
    PING_INTERVAL_SECONDS(25),
    /** Silence after which a session ends; more than {@link #PING_INTERVAL_SECONDS}. */
    IDLE_TIMEOUT_SECONDS(60);

    private final int defaultValue;

    SocketLimit(int defaultValue) {
        this.defaultValue = defaultValue;
    }

    /** What holds where nothing is set. */
    public int defaultValue() {
        return defaultValue;
    }

    /** The key of the application's setting. */
    public String setting() {
        return "socket." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
