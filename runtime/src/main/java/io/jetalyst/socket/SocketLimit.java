package io.jetalyst.socket;

import java.util.Locale;

/**
 * A limit on the resources that one client may use. The operator sets it for the whole application with a setting such as
 * {@code socket.max-message-bytes}. {@code @WebSocket} has a member for the four that endpoints often need to change
 * ({@code maxMessageBytes}, {@code messagesPerSecond}, {@code maxQueuedBytes}, {@code idleTimeoutSeconds}); the member overrides the
 * setting. Every limit is at least 1.
 */
public enum SocketLimit {
    /** The maximum size of a received message, in bytes. */
    MAX_MESSAGE_BYTES(64 * 1024),
    /** The maximum payload of a received frame, in bytes. Unless it is set, it equals {@link #MAX_MESSAGE_BYTES}. */
    MAX_FRAME_BYTES(64 * 1024),
    /** The maximum number of frames in a received message. */
    MAX_FRAGMENTS(1024),
    /** How long the server waits for the rest of a message, in seconds, summed over all its frames. */
    MESSAGE_TIMEOUT_SECONDS(30),
    /** The number of messages, pings and pongs that a client may send per second over a longer time. */
    MESSAGES_PER_SECOND(50),
    /** The number of messages, pings and pongs that a client may send at once. Unless set, twice {@link #MESSAGES_PER_SECOND}. */
    MESSAGE_BURST(100),
    /** The maximum number of frames in the send queue of a session. */
    MAX_QUEUED_FRAMES(256),
    /** The maximum number of bytes in the send queue of a session. */
    MAX_QUEUED_BYTES(256 * 1024),
    /** The maximum number of topics that a session may subscribe to. */
    MAX_SUBSCRIPTIONS(100),
    /**
     * How long the client may be silent before the server sends a ping, in seconds. Unless it is set, 25 seconds, or half of
     * {@link #IDLE_TIMEOUT_SECONDS} if that is less.
     */
    PING_INTERVAL_SECONDS(25),
    /**
     * How long the client may be silent, or accept no byte of a write, before the server closes the session, in seconds. Must be greater
     * than {@link #PING_INTERVAL_SECONDS}.
     */
    IDLE_TIMEOUT_SECONDS(60);

    private static final String SECONDS = "_SECONDS";

    private final int defaultValue;

    SocketLimit(int defaultValue) {
        this.defaultValue = defaultValue;
    }

    /** The value that applies if neither the endpoint nor a setting changes it. */
    public int defaultValue() {
        return defaultValue;
    }

    /** Whether the setting is written as a time, such as {@code 30s}. */
    public boolean isDuration() {
        return name().endsWith(SECONDS);
    }

    /** The key of the application's setting, such as {@code socket.max-message-bytes} or {@code socket.idle-timeout}. */
    public String setting() {
        String name = isDuration() ? name().substring(0, name().length() - SECONDS.length()) : name();
        return "socket." + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
