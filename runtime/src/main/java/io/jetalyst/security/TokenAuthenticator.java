package io.jetalyst.security;

import io.jetalyst.http.HttpProblem;

/**
 * Recognizes a client by a token that it sends in a message of a WebSocket.
 *
 * <pre>{@code
 * @WebSocket("/prices")
 * @PermitAll
 * boolean prices(WebSocketHandshake handshake) {
 *     if (!handshake.isRequested()) {
 *         return false;
 *     }
 *     handshake.authenticate(tokens, "trader")
 *             .onOpen(session -> log.info("{} is connected", session.identity()));
 *     return true;
 * }
 * }</pre>
 *
 * <p>The methods may block. Many threads call them at once.
 */
@FunctionalInterface
public interface TokenAuthenticator {
    /**
     * The identity of the client that has sent this token.
     *
     * @throws CredentialsProblem if the token is malformed, wrong, or no longer valid
     * @throws HttpProblem if the token cannot be checked now
     */
    Identity authenticate(String token);
}
