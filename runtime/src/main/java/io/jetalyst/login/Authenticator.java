package io.jetalyst.login;

import io.jetalyst.config.Settings;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.table.RouteTable;
import java.util.Optional;

/**
 * Recognizes the client of a request by credentials of one kind: a password, a token, a cookie, a certificate.
 *
 * <pre>{@code
 * App.builder()
 *         .authenticator(ApiKeys.inHeader("X-Api-Key", Map.of(hashOfKey, Identity.of("build", "deployer"))))
 *         .authenticator(Basic.of("Shop", logins))
 * }</pre>
 *
 * <p>The framework asks the authenticators in the order of their registration until one returns an identity, once for each request, and only if
 * something needs the identity: a route with {@code @RolesAllowed}, a parameter of the type {@link Identity}, or
 * {@link Context#identity()}. A WebSocket handshake is a request like any other. Filters of the application run before, those of the route after
 * it. Many threads call an authenticator at once.
 */
public interface Authenticator {
    /**
     * The identity of the client; empty if the request has no credentials of this kind, so that the next authenticator is asked.
     *
     * @throws CredentialsProblem if the request has such credentials, and they are malformed or wrong: 401. No other authenticator is
     *     asked
     * @throws HttpProblem as any other response, such as 429 after too many attempts
     * @throws Exception becomes the response 500
     */
    Optional<Identity> authenticate(Context context) throws Exception;

    /**
     * The challenge to a client without valid credentials, such as {@code Basic realm="Shop"}: a value of {@code WWW-Authenticate} (RFC 9110
     * §11.6.1). A 401 has those of all authenticators. Empty if there is no such scheme.
     */
    default Optional<String> challenge(Context context) {
        return Optional.empty();
    }

    /**
     * The response that leads a person without credentials to a page for the login, such as a redirection. The framework sends the first
     * one that an authenticator returns, instead of the status 401, and only if a browser loads a page: neither to handshakes nor to requests of scripts.
     */
    default Optional<Response> loginPage(Context context) {
        return Optional.empty();
    }

    /** Routes of the authenticator itself, such as the one that a form sends the password to. Called once, while the application starts. */
    default Optional<RouteTable> routes() {
        return Optional.empty();
    }

    /**
     * Reads the settings of the application, if the authenticator has any. Called once, while the application starts, before all other methods.
     *
     * @throws io.jetalyst.config.StartupException if a setting is missing, or has a wrong value; see {@link Settings#requireKnown} for misspelled ones
     */
    default void configure(Settings settings) {}

    /**
     * Whether {@link #authenticate} never blocks. If that of any authenticator may block, which is the default, routes that need an
     * identity do not run on the thread that read the request.
     */
    default boolean isNonBlocking() {
        return false;
    }
}
