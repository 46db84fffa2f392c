package io.jetalyst.engine;

/** A limit of the whole server. Beyond it the server rejects what clients send, and counts that in {@link Rejections}. */
public enum ServerLimit {
    /** Open connections. The server answers the first request of a connection beyond them with 503, or accepts it later. */
    CONNECTIONS("connections", "server.max-connections", true),

    /** Open connections of one client address. The server answers the first request of a connection beyond them with 503, or closes it. */
    CONNECTIONS_PER_ADDRESS("connections of one address", "server.max-connections-per-address", true),

    /** Attempts to accept a connection while the process may open no more files. The server accepts the connection later. */
    OPEN_FILES("attempts to accept a connection", "", false),

    /** Requests in flight: 503. */
    REQUESTS("requests", "server.max-requests", true),

    /** WebSocket handshakes in one second: 503. */
    HANDSHAKES("WebSocket handshakes", "server.max-handshakes-per-second", true),

    /** Requests that run on threads that may block, or wait for one: 503. */
    TASKS("requests without a thread", "", true),

    /** The time until a response begins: 503. */
    ANSWER_TIME("late responses", "server.answer-timeout", false),

    /** The time for the head of a request: 408, and the end of the connection. */
    HEAD_TIME("late heads", "server.head-timeout", false),

    /** The time and the minimum data rate of the content of a request: 408. */
    BODY_TIME("late contents of requests", "server.min-data-rate", false),

    /** The minimum data rate of a client that reads a response: the end of the connection. */
    RESPONSE_RATE("clients that read slowly", "server.min-data-rate", false),

    /** The bytes of responses that wait for their clients: the end of the stream or the connection. */
    QUEUED_BYTES("responses that do not fit into memory", "", true),

    /** The memory of the request bodies that are read as a whole, of all requests together: 503. */
    BODY_MEMORY("request bodies that do not fit into memory", "", true),

    /** The memory of incomplete messages of all WebSockets: the session is closed with 1013. */
    MESSAGE_MEMORY("messages that do not fit into memory", "", true),

    /** The space of uploaded files: 507. */
    UPLOAD_SPACE("uploads", "", false),

    /** The heap: the request or the connection fails with an {@link OutOfMemoryError}. */
    HEAP("tasks with an OutOfMemoryError", "", true);

    private final String rejected;
    private final String setting;
    private final boolean overload;

    ServerLimit(String rejected, String setting, boolean overload) {
        this.rejected = rejected;
        this.setting = setting;
        this.overload = overload;
    }

    /** The name of the setting that changes the limit; empty if there is none. */
    public String setting() {
        return setting;
    }

    /** The name of the things that the server rejects beyond the limit, in the plural: {@code connections of one address}. */
    public String rejected() {
        return rejected;
    }

    /**
     * Whether rejections mean that all clients together ask for too much, which the log says. A single client reaches the other
     * limits, or the log has a line of its own.
     */
    public boolean isOverload() {
        return overload;
    }
}
