package io.jetalyst.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.jetalyst.security.keys.NameClaim;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that a {@link JwtVerifier} has accepted. It does not contain the token, so that it can be logged and kept.
 *
 * <pre>{@code
 * token.claim("email").ifPresent(address -> log.info("{} is {}", token.subject(), address));
 * }</pre>
 */
public final class AccessToken {
    private final JWTClaimsSet claims;
    private final String name;
    private final Set<String> roles;
    private final Set<String> scopes;

    AccessToken(JWTClaimsSet claims, JwtOptions options) {
        this.claims = claims;
        this.name = NameClaim.of(claims.getClaims(), options.nameClaim());
        this.roles = words(find(options.rolesClaim()));
        Object granted = claims.getClaim("scope");
        this.scopes = words(granted == null ? claims.getClaim("scp") : granted);
    }

    /** Returns the claim {@code sub}, which the issuer gives to no other user. */
    public String subject() {
        return claims.getSubject();
    }

    /** Returns the name of the user, from the claim that the options choose. */
    public String name() {
        return name;
    }

    /** Returns the claim {@code iss}. */
    public String issuer() {
        return claims.getIssuer();
    }

    /** Returns the roles, from the claim that the options choose; empty if the token has none. */
    public Set<String> roles() {
        return roles;
    }

    /** Returns the scopes, from the claim {@code scope} (RFC 8693 §4.2) or {@code scp}; empty if the token has none. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the end of the token, from the claim {@code exp}. */
    public Instant expiresAt() {
        return claims.getExpirationTime().toInstant();
    }

    /** Returns a claim that is a text; empty if the token does not have it, or if it is of another type. */
    public Optional<String> claim(String name) {
        return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns all claims, as the JSON of the token has them. */
    public Map<String, Object> claims() {
        return claims.toJSONObject();
    }

    private @Nullable Object find(String path) {
        Object whole = claims.getClaim(path); // a claim such as https://shop.example/roles has dots of its own
        if (whole != null) {
            return whole;
        }
        Object found = claims.getClaims();
        for (String name : path.split("\\.")) {
            found = found instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return found;
    }

    /** The members of an array of strings, or the words of a text. */
    private static Set<String> words(@Nullable Object value) {
        List<String> words = List.of();
        if (value instanceof Collection<?> members) {
            words = members.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        } else if (value instanceof String text) {
            words = Arrays.stream(text.split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
        return words.stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), java.util.Collections::unmodifiableSet));
    }

    @Override
    public String toString() {
        return "AccessToken[subject=" + subject() + ", expiresAt=" + expiresAt() + "]";
    }
}
