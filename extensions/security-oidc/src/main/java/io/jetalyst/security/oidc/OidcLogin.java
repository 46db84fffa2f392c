package io.jetalyst.security.oidc;

import io.jetalyst.config.Settings;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.login.Authenticator;
import io.jetalyst.login.ReturnPath;
import io.jetalyst.security.Identity;
import io.jetalyst.security.keys.UnavailableException;
import io.jetalyst.session.AllSessions;
import io.jetalyst.table.RouteTable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Login at an OpenID Connect provider, with the authorization code flow and PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9700). A
 * browser that loads a page which needs an identity is sent to the provider, and comes back to the page. Until then the browser keeps the login
 * in a cookie, for 10 minutes, and the application stores nothing. The login creates a session with the claims of the user; the session ends with
 * the logout, and its sockets are closed then.
 *
 * <pre>{@code
 * App.builder()
 *         .authenticator(OidcLogin.of(OidcOptions.of(URI.create("https://login.example/"), "shop", secret)))
 * }</pre>
 *
 * <p>It serves four paths below {@link OidcOptions#path}: {@code GET /oidc/login?target=/orders} begins a login and leads to the page {@code target},
 * {@code GET /oidc/callback} is the redirect URI that the provider must know, {@code POST /oidc/logout} ends the session here and at the provider, and
 * {@code POST /oidc/backchannel-logout} is the address to which the provider sends logout tokens: they end the sessions of users that have logged out
 * elsewhere (OpenID Connect Back-Channel Logout 1.0). {@link OidcOptions#links} has the links to the first and the third one. The addresses that the
 * provider receives have the scheme and the authority of the request, or of {@code server.public-url}, and the base path of the application.
 *
 * <p>It fetches the metadata and the keys of the provider while the application starts, and every 10 minutes again. While the provider
 * cannot be reached, those who have logged in stay logged in, and a new login is answered with 503.
 */
public final class OidcLogin implements Authenticator {
    /** {@code null} until the settings were read. */
    private volatile @Nullable Provider provider;

    private OidcLogin(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** Returns an authenticator, which begins to fetch the metadata of the provider at once. Whether that succeeds is not known when it returns. */
    public static OidcLogin of(OidcOptions options) {
        return new OidcLogin(new Provider(options));
    }

    /**
     * Returns an authenticator for the provider that the settings {@code security.oidc.*} describe. The application does not start without
     * {@code security.oidc.issuer} and {@code security.oidc.client-id}.
     */
    public static OidcLogin ofSettings() {
        return new OidcLogin(null);
    }

    @Override
    public void configure(Settings settings) {
        if (provider == null) {
            provider = new Provider(OidcSettings.of(settings));
        }
    }

    private Provider provider() {
        Provider known = provider;
        if (known == null) {
            throw new IllegalStateException("the settings are read when the application starts");
        }
        return known;
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        return context.session()
                .get(LoginRoutes.USER)
                .flatMap(claims -> OidcIdentity.of(claims, provider().options()));
    }

    /**
     * Logs a user out in all browsers: ends the sessions, and closes their sockets with 1008. Call it after a role was taken away or the account of the user
     * was removed: a session has the claims of its login, and an open socket the identity of its handshake. The session at the provider goes on, so block
     * the user there first. May block.
     *
     * <pre>{@code
     * customers.block(customer);
     * login.logOutEverywhere(sessions, customer.subject());
     * }</pre>
     *
     * @param sessions all sessions of the application, which a controller takes in its constructor
     * @param subject the {@linkplain OidcIdentity#subject subject} of the user, because users of some providers choose their names
     * @return the number of sessions that were ended
     * @throws IllegalStateException if {@link #ofSettings} has returned this object and the application has not started
     */
    public int logOutEverywhere(AllSessions sessions, String subject) {
        OidcOptions options = provider().options();
        return sessions.end(
                LoginRoutes.USER,
                claims -> OidcIdentity.of(claims, options)
                        .filter(user -> user.subject().equals(subject))
                        .isPresent());
    }

    @Override
    public Optional<Response> loginPage(Context context) {
        String own = provider().options().path() + "/";
        String target = ReturnPath.of(context.request())
                .filter(page -> !page.startsWith(own))
                .orElse("/");
        return Optional.of(begin(context, target));
    }

    /**
     * Sends the browser to the provider. The browser keeps the login in a cookie.
     *
     * @param target the path to which the browser returns; the start page in place of one that may lead elsewhere, or is too long to be kept
     */
    Response begin(Context context, String target) {
        Request request = context.request();
        PendingLogin login = LoginCookie.begin(request, target);
        try {
            URI address = provider().authenticationRequest(login, address(request, callback()));
            boolean isForm =
                    !request.method().equals("GET") && !request.method().equals("HEAD");
            Response response = isForm
                    ? LeadingPage.to(
                            address, context.pageTexts(), context.pageTexts().text("page.login", "Log in"))
                    : Response.of(Status.SEE_OTHER).header("Location", address.toString());
            return response.cookie(LoginCookie.of(request, login)).header("Cache-Control", "no-store");
        } catch (UnavailableException e) {
            throw unavailable();
        }
    }

    static HttpProblem unavailable() {
        return HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The login provider cannot be reached. Try again later.")
                .header("Retry-After", "5");
    }

    String callback() {
        return provider().options().path() + "/callback";
    }

    /** The address of a path of the application, as browsers see it. */
    static URI address(Request request, String path) {
        return URI.create(request.scheme() + "://" + request.authority() + request.basePath() + path);
    }

    @Override
    public Optional<RouteTable> routes() {
        return Optional.of(new LoginTable(provider(), this));
    }
}
