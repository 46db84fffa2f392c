package io.jetalyst.security.jwt;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.jetalyst.security.keys.FetchTimes;
import io.jetalyst.security.keys.SecureAddress;
import java.net.URI;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a {@link JwtVerifier} accepts tokens. Instances are immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * JwtOptions options = JwtOptions.issuer(URI.create("https://login.example/realms/shop"))
 *         .audience("https://api.shop.example")
 *         .rolesClaim("realm_access.roles");
 * }</pre>
 */
public final class JwtOptions {
    /** The names of the algorithms that a verifier can accept: signatures with a public key (RFC 7518 §3.3 to §3.5). */
    static final List<String> KNOWN_ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final int MIN_RSA_BITS = 2048;

    private final URI issuer;
    private @Nullable URI keys;
    private @Nullable JWK key;
    private List<String> audience = List.of();
    private Set<JWSAlgorithm> algorithms = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private boolean typeRequired;
    private String rolesClaim = "roles";
    private String nameClaim = "sub";
    private Duration clockSkew = Duration.ofSeconds(30);
    private FetchTimes keyTimes = FetchTimes.DEFAULT;
    private Duration fetchTimeout = Duration.ofSeconds(5);
    private int maxTokenBytes = 8192;
    private Clock clock = Clock.systemUTC();

    private JwtOptions(URI issuer) {
        this.issuer = issuer;
    }

    private JwtOptions(JwtOptions other) {
        issuer = other.issuer;
        keys = other.keys;
        key = other.key;
        audience = other.audience;
        algorithms = other.algorithms;
        typeRequired = other.typeRequired;
        rolesClaim = other.rolesClaim;
        nameClaim = other.nameClaim;
        clockSkew = other.clockSkew;
        keyTimes = other.keyTimes;
        fetchTimeout = other.fetchTimeout;
        maxTokenBytes = other.maxTokenBytes;
        clock = other.clock;
    }

    /**
     * Returns options for tokens of this issuer. The claim {@code iss} must be the same, character by character. The addresses of the keys
     * come from the metadata of the issuer (OpenID Connect Discovery 1.0 §4, RFC 8414 §3).
     *
     * @throws IllegalArgumentException if the address is neither {@code https} nor {@code http} on this machine
     */
    public static JwtOptions issuer(URI issuer) {
        return new JwtOptions(SecureAddress.check(issuer));
    }

    /** Accepts tokens whose claim {@code aud} has one of these values. A verifier needs at least one. */
    public JwtOptions audience(String... audience) {
        JwtOptions copy = new JwtOptions(this);
        copy.audience = List.of(audience);
        return copy;
    }

    /**
     * Fetches the keys from this address, instead of the address that the metadata of the issuer contain.
     *
     * @throws IllegalArgumentException if the address is neither {@code https} nor {@code http} on this machine
     */
    public JwtOptions keys(URI address) {
        JwtOptions copy = new JwtOptions(this);
        copy.keys = SecureAddress.check(address);
        return copy;
    }

    /**
     * Verifies tokens with this key, whatever their {@code kid} is, and fetches none: for an issuer that publishes no keys, and for tests.
     *
     * @throws IllegalArgumentException unless the key is of RSA with at least 2048 bits, or of a curve of RFC 7518 §6.2.1.1
     */
    public JwtOptions key(PublicKey key) {
        JwtOptions copy = new JwtOptions(this);
        copy.key = jwk(key);
        return copy;
    }

    private static JWK jwk(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return new RSAKey.Builder(rsa).build();
        }
        Curve curve = key instanceof ECPublicKey elliptic ? Curve.forECParameterSpec(elliptic.getParams()) : null;
        if (curve == null) {
            throw new IllegalArgumentException("the key must be of RSA with at least " + MIN_RSA_BITS
                    + " bits, or of the curve P-256, P-384 or P-521");
        }
        return new ECKey.Builder(curve, (ECPublicKey) key).build();
    }

    /**
     * Accepts these algorithms, and no other. Unless this method is called, they are {@code RS256}, {@code PS256} and {@code ES256}.
     *
     * @throws IllegalArgumentException for {@code none}, for an algorithm with a shared secret such as {@code HS256}, or for an unknown one
     */
    public JwtOptions algorithms(String... names) {
        for (String name : names) {
            if (!KNOWN_ALGORITHMS.contains(name)) {
                throw new IllegalArgumentException(
                        name + " is not an algorithm with a public key: " + String.join(", ", KNOWN_ALGORITHMS));
            }
        }
        if (names.length == 0) {
            throw new IllegalArgumentException("no algorithm");
        }
        JwtOptions copy = new JwtOptions(this);
        copy.algorithms = Arrays.stream(names).map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        return copy;
    }

    /**
     * Accepts only tokens whose header {@code typ} is {@code at+jwt} (RFC 9068 §4). Otherwise {@code JWT}, and a token without {@code typ},
     * are accepted, too.
     */
    public JwtOptions accessTokensOnly() {
        JwtOptions copy = new JwtOptions(this);
        copy.typeRequired = true;
        return copy;
    }

    /**
     * Reads the roles from this claim, an array of strings or a text with spaces. A dot leads into an object: {@code realm_access.roles}. Unless
     * this method is called, the claim is {@code roles} (RFC 9068 §2.2.3.1).
     */
    public JwtOptions rolesClaim(String name) {
        JwtOptions copy = new JwtOptions(this);
        copy.rolesClaim = requireNonNull(name);
        return copy;
    }

    /**
     * Reads the name of the user from this claim; from {@code sub} unless this method is called, or if a token does not have the claim. The claim {@code email}
     * is read only if {@code email_verified} is true.
     */
    public JwtOptions nameClaim(String name) {
        JwtOptions copy = new JwtOptions(this);
        copy.nameClaim = requireNonNull(name);
        return copy;
    }

    /** Tolerates clocks that differ by this time; 30 seconds unless this method is called. */
    public JwtOptions clockSkew(Duration skew) {
        JwtOptions copy = new JwtOptions(this);
        copy.clockSkew = requireNonNull(skew);
        return copy;
    }

    /**
     * Sets the times of the keys.
     *
     * @param lifetime the age after which the keys are fetched again; 10 minutes by default
     * @param maxAge the age after which old keys are no longer used, if the issuer cannot be reached; 6 hours by default
     * @param interval the least time between two fetches because of an unknown {@code kid}; 30 seconds by default
     * @throws IllegalArgumentException if the lifetime is less than 10 milliseconds, or a time is negative or more than 3650 days
     */
    public JwtOptions keyTimes(Duration lifetime, Duration maxAge, Duration interval) {
        JwtOptions copy = new JwtOptions(this);
        copy.keyTimes = new FetchTimes(lifetime, maxAge, interval);
        return copy;
    }

    /** Limits the time of each fetch of keys, from the connection to the last byte; 5 seconds unless this method is called. */
    public JwtOptions fetchTimeout(Duration timeout) {
        JwtOptions copy = new JwtOptions(this);
        copy.fetchTimeout = requireNonNull(timeout);
        return copy;
    }

    /** Rejects longer tokens; 8192 bytes unless this method is called. */
    public JwtOptions maxTokenBytes(int bytes) {
        JwtOptions copy = new JwtOptions(this);
        copy.maxTokenBytes = bytes;
        return copy;
    }

    JwtOptions clock(Clock clock) {
        JwtOptions copy = new JwtOptions(this);
        copy.clock = clock;
        return copy;
    }

    URI issuer() {
        return issuer;
    }

    Optional<URI> keys() {
        return Optional.ofNullable(keys);
    }

    /** The one key; empty if the keys are fetched. */
    Optional<JWK> key() {
        return Optional.ofNullable(key);
    }

    List<String> audience() {
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("a verifier needs the audience of its tokens");
        }
        return audience;
    }

    Set<JWSAlgorithm> algorithms() {
        return algorithms;
    }

    /** The values of {@code typ}; {@code null} for a token without it. */
    JOSEObjectType[] types() {
        JOSEObjectType access = new JOSEObjectType("at+jwt");
        return typeRequired
                ? new JOSEObjectType[] {access, new JOSEObjectType("application/at+jwt")}
                : new JOSEObjectType[] {access, new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null};
    }

    String rolesClaim() {
        return rolesClaim;
    }

    String nameClaim() {
        return nameClaim;
    }

    Duration clockSkew() {
        return clockSkew;
    }

    FetchTimes keyTimes() {
        return keyTimes;
    }

    Duration fetchTimeout() {
        return fetchTimeout;
    }

    int maxTokenBytes() {
        return maxTokenBytes;
    }

    Clock clock() {
        return clock;
    }
}
