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
     * earlier ones when it compresses: a window of zlib, of 32 KiB of native memory and some more.
     */
    MESSAGE,
    /**
     * Each message with those before it in view (§7.1.1, context takeover). For each socket it takes what zlib needs for both directions, 288 KiB of
     * native memory and some more, as long as it is open.
     */
    CONTEXT
}
