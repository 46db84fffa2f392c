package io.jetalyst.security.jwt;

/**
 * A token that the verifier rejects. The message is for the log of the server: it names the rule that the token violates, and contains
 * nothing of the token. The client must not receive it, because it helps to guess what a forged token needs (RFC 8725 §2).
 */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1;

    /** A rejection costs an attacker nothing, so it carries no stack trace. */
    InvalidTokenException(String rule) {
        super(rule, null, false, false);
    }
}
