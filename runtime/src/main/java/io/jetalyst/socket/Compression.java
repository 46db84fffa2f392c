package io.jetalyst.socket;

/**
 * Whether messages are compressed on their way, where the client offers it (RFC 7692, {@code permessage-deflate}). Limits of size hold
 * for what they inflate to.
 */
public enum Compression {
    /** No: an offer is not taken up. */
    NONE,
    /**
     * Each message by itself (§7.1.1, no context takeover). Nothing is kept between two messages, but for a client that refers to its
     * earlier ones when it compresses: some 40 KiB of native memory.
     */
    MESSAGE,
    /**
     * Each message with those before it in view (§7.1.1, context takeover). It takes some 300 KiB of native memory for each socket, as
     * long as it is open.
     */
    CONTEXT
}
