package io.jetalyst.security.oidc;

/** A login that the provider or its response does not complete. The message is for the log of the server. */
final class LoginException extends Exception {
    private static final long serialVersionUID = 1;

    LoginException(String reason) {
        super(reason, null, false, false);
    }
}
