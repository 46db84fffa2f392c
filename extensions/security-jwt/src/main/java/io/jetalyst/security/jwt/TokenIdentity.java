package io.jetalyst.security.jwt;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.security.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A client that has sent a bearer token.
 *
 * <pre>{@code
 * @Delete("/orders/{id}")
 * @RolesAllowed("seller")
 * void cancel(UUID id, Identity identity) {
 *     if (identity instanceof TokenIdentity client) {
 *         client.requireScope("orders:write");
 *     }
 *     ...
 * }
 * }</pre>
 *
 * @param token the claims of the token
 */
public record TokenIdentity(AccessToken token) implements Identity {
    @Override
    public String name() {
        return token.name();
    }

    @Override
    public Set<String> roles() {
        return token.roles();
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.of(token.expiresAt());
    }

    /**
     * Checks that the token has a scope.
     *
     * @param scope printable ASCII characters but spaces, {@code "} and {@code \} (RFC 6749 §3.3)
     * @throws HttpProblem 403 with the challenge {@code insufficient_scope} (RFC 6750 §3.1) if it does not
     */
    public void requireScope(String scope) {
        if (!scope.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]+")) {
            throw new IllegalArgumentException("not a scope: " + scope);
        }
        if (!token.scopes().contains(scope)) {
            throw HttpProblem.of(Status.FORBIDDEN, "The token does not have the scope that this request needs.")
                    .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        }
    }

    /** Without the claims, for logs. */
    @Override
    public String toString() {
        return name() + " " + roles();
    }
}
