package io.jetalyst.security.keys;

/** Something of an issuer is not there, and cannot be fetched now. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public UnavailableException(String reason) {
        super(reason, null, false, false);
    }
}
