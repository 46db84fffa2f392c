package io.jetalyst.security.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.jetalyst.security.Identity;
import io.jetalyst.security.keys.NameClaim;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user that an OpenID Connect provider has authenticated.
 *
 * <pre>{@code
 * if (identity instanceof OidcIdentity user) {
 *     user.claim("email").ifPresent(address -> mail.greet(address));
 * }
 * }</pre>
 */
public final class OidcIdentity implements Identity {
    private final Map<String, Object> claims;
    private final String name;
    private final Set<String> roles;

    private OidcIdentity(Map<String, Object> claims, OidcOptions options) {
        this.claims = claims;
        this.name = NameClaim.of(claims, options.nameClaim());
        this.roles = roles(find(claims, options.rolesClaim()));
    }

    /**
     * The user with these claims, as a session keeps them; empty if another provider has authenticated the user, as its subjects and roles are others,
     * or if the text is no JSON object, because an older release wrote it.
     */
    static Optional<OidcIdentity> of(String json, OidcOptions options) {
        try {
            Map<String, Object> claims = JSONObjectUtils.parse(json);
            return options.issuer().toString().equals(claims.get("iss"))
                    ? Optional.of(new OidcIdentity(claims, options))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object find(Map<String, Object> claims, String path) {
        Object whole = claims.get(path); // a claim such as https://shop.example/roles has dots of its own
        if (whole != null) {
            return whole;
        }
        Object found = claims;
        for (String member : path.split("\\.")) {
            found = found instanceof Map<?, ?> members ? members.get(member) : null;
        }
        return found;
    }

    private static Set<String> roles(@Nullable Object value) {
        if (value instanceof String text) {
            return Arrays.stream(text.split(" "))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }
        Collection<?> members = value instanceof Collection<?> collection ? collection : List.of();
        return members.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    /** Returns the claim {@code sub}, which the provider gives to no other user. */
    public String subject() {
        return String.valueOf(claims.get("sub"));
    }

    /** Returns a claim that is a text; empty if the provider has not sent it, or if it is of another type. */
    public Optional<String> claim(String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OidcIdentity user && user.claims.equals(claims);
    }

    @Override
    public int hashCode() {
        return claims.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + roles;
    }
}
