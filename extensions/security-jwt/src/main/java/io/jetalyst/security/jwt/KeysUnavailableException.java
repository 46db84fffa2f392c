package io.jetalyst.security.jwt;

/**
 * The keys of the issuer could not be fetched, so nothing is known about the token. A request with the token is answered with 503, not
 * with 401, because a client discards a token that is rejected.
 */
public final class KeysUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    KeysUnavailableException(String reason) {
        super(reason, null, false, false);
    }
}
