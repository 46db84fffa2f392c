package io.jetalyst.testkit;

/**
 * The close status that a client received (RFC 6455 §7.1.5, §7.1.6).
 *
 * @param code of the server's close frame; 1005 if it carried none, 1006 if the connection ended without a close frame
 * @param reason that came with the code; empty if there was none
 */
public record Closed(int code, String reason) {}
