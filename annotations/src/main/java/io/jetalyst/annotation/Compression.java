package io.jetalyst.annotation;

/**
 * Whether and how the messages of a WebSocket are compressed if the client offers {@code permessage-deflate} (RFC 7692).
 *
 * <pre>{@code
 * @WebSocket(value = "/reports", compression = Compression.NO_CONTEXT_TAKEOVER)
 * }</pre>
 */
public enum Compression {
    /** Messages are not compressed: the server declines the client's offer. */
    NONE,
    /**
     * The server compresses each message on its own (RFC 7692 §7.1.1, {@code server_no_context_takeover}), and holds no compressor
     * between two messages. A client, such as a browser, may still take over its own context; the server then holds 32 KiB of native
     * memory for that session, from the first compressed message that it receives.
     */
    NO_CONTEXT_TAKEOVER,
    /**
     * Both sides may refer to earlier messages when they compress one (RFC 7692 §7.1.1, context takeover). Small messages that resemble
     * each other shrink most this way. Each session holds about 288 KiB of native memory as long as it is open.
     */
    CONTEXT_TAKEOVER
}
