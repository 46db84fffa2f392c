package io.jetalyst.security.oidc;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.Redirect;
import io.jetalyst.login.LoginLinks;
import io.jetalyst.security.keys.SecureAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider of a login, and the client that the application is for it. Instances are immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * OidcOptions options = OidcOptions.of(URI.create("https://login.example/realms/shop"), "shop", secret)
 *         .scopes("profile", "email")
 *         .nameClaim("preferred_username");
 * }</pre>
 *
 * @param issuer the issuer, as the claim {@code iss} of its ID tokens has it
 * @param clientId the id that the provider has given to the application
 * @param secret the secret of a confidential client; {@code null} for a public one
 * @param scopes the scopes of the request, {@code openid} first
 * @param nameClaim the claim with the name of the user
 * @param rolesClaim the claim with the roles; a dot leads into an object
 * @param path the beginning of the paths of the login, such as {@code /oidc}
 * @param afterLogout the path of the page after a logout
 * @param userInfo whether the claims of the userinfo endpoint are added to those of the ID token
 * @param timeout the time of each request to the provider
 */
public record OidcOptions(
        URI issuer,
        String clientId,
        @Nullable String secret,
        List<String> scopes,
        String nameClaim,
        String rolesClaim,
        String path,
        String afterLogout,
        boolean userInfo,
        Duration timeout) {
    /** @throws IllegalArgumentException if a path is not a local one, or the issuer is neither {@code https} nor on this machine */
    public OidcOptions {
        SecureAddress.check(issuer);
        requireNonNull(clientId);
        scopes = List.copyOf(scopes);
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("the path of a login is one such as /oidc: " + path);
        }
        if (!Redirect.isLocal(afterLogout)) {
            throw new IllegalArgumentException("the page after a logout is one of this application: " + afterLogout);
        }
    }

    /** Options of a confidential client, which sends the secret to the token endpoint. */
    public static OidcOptions of(URI issuer, String clientId, String secret) {
        return of(issuer, clientId, Optional.of(secret));
    }

    /** Options of a public client, which has no secret and is protected by PKCE alone. */
    public static OidcOptions of(URI issuer, String clientId) {
        return of(issuer, clientId, Optional.empty());
    }

    private static OidcOptions of(URI issuer, String clientId, Optional<String> secret) {
        return new OidcOptions(
                issuer,
                clientId,
                secret.orElse(null),
                List.of("openid"),
                "sub",
                "roles",
                "/oidc",
                "/",
                false,
                Duration.ofSeconds(5));
    }

    /** Asks for these scopes besides {@code openid}. */
    public OidcOptions scopes(String... more) {
        List<String> all = new ArrayList<>(List.of("openid"));
        List.of(more).stream().filter(scope -> !scope.equals("openid")).forEach(all::add);
        return new OidcOptions(
                issuer, clientId, secret, all, nameClaim, rolesClaim, path, afterLogout, userInfo, timeout);
    }

    /**
     * Reads the name of the user from this claim; {@code sub} unless this method is called, or if a user does not have the claim. The claim {@code email} is
     * read only if {@code email_verified} is true.
     */
    public OidcOptions nameClaim(String claim) {
        return new OidcOptions(
                issuer, clientId, secret, scopes, claim, rolesClaim, path, afterLogout, userInfo, timeout);
    }

    /** Reads the roles from this claim, such as {@code groups} or {@code realm_access.roles}; {@code roles} unless this method is called. */
    public OidcOptions rolesClaim(String claim) {
        return new OidcOptions(
                issuer, clientId, secret, scopes, nameClaim, claim, path, afterLogout, userInfo, timeout);
    }

    /**
     * Serves the login below this path; {@code /oidc} unless this method is called. The provider must know the address of {@code callback} below
     * it, such as {@code https://shop.example/oidc/callback}.
     */
    public OidcOptions path(String path) {
        return new OidcOptions(
                issuer, clientId, secret, scopes, nameClaim, rolesClaim, path, afterLogout, userInfo, timeout);
    }

    /** Leads to this page of the application after a logout; {@code /} unless this method is called. The provider must know its address. */
    public OidcOptions afterLogout(String page) {
        return new OidcOptions(issuer, clientId, secret, scopes, nameClaim, rolesClaim, path, page, userInfo, timeout);
    }

    /** Adds the claims of the userinfo endpoint (OpenID Connect Core 1.0 §5.3), which takes one more request at each login. */
    public OidcOptions userInfo(boolean used) {
        return new OidcOptions(
                issuer, clientId, secret, scopes, nameClaim, rolesClaim, path, afterLogout, used, timeout);
    }

    /** Limits the time of each request to the provider, from the connection to the last byte; 5 seconds unless this method is called. */
    public OidcOptions timeout(Duration limit) {
        return new OidcOptions(
                issuer, clientId, secret, scopes, nameClaim, rolesClaim, path, afterLogout, userInfo, limit);
    }

    /**
     * The links that log in and out.
     *
     * <pre>{@code
     * static final LoginLinks LOGIN = options.links();
     *
     * <a href="${LOGIN.login().href(request)}">Log in</a>
     * }</pre>
     */
    public LoginLinks links() {
        return LoginLinks.of(path + "/login", path + "/logout");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcOptions[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
