package io.jetalyst.security;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;

/**
 * The credentials of a request are malformed, wrong, or no longer valid. An authenticator throws it, and the client receives 401 with the
 * challenges of all authenticators (RFC 9110 §15.5.2). The detail is sent to the client, so it does not say whether the user exists.
 *
 * <pre>{@code
 * throw new CredentialsProblem("The token has expired.", "Bearer error=\"invalid_token\"");
 * }</pre>
 */
public class CredentialsProblem extends HttpProblem {
    private static final long serialVersionUID = 1;

    /** A problem that is sent with the usual challenge of the authenticator. */
    public CredentialsProblem(String detail) {
        this(HttpProblem.of(Status.UNAUTHORIZED, detail));
    }

    /**
     * A problem that is sent with a challenge of its own.
     *
     * @param challenge the value of {@code WWW-Authenticate} that replaces the one of the authenticator
     */
    public CredentialsProblem(String detail, String challenge) {
        this(HttpProblem.of(Status.UNAUTHORIZED, detail).header("WWW-Authenticate", challenge));
    }

    private CredentialsProblem(HttpProblem problem) {
        super(problem);
    }
}
