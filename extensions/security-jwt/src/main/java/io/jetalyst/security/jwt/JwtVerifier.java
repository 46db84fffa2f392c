package io.jetalyst.security.jwt;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jetalyst.security.keys.BoundedHttp;
import io.jetalyst.security.keys.CompactForm;
import io.jetalyst.security.keys.IssuerKeys;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed JWTs of one issuer (RFC 7519), by the rules of RFC 8725: the algorithms are fixed, and the signature, {@code iss},
 * {@code aud}, {@code exp}, {@code nbf} and {@code typ} are checked. The keys come from the issuer alone. Keys and addresses of keys in the
 * header of a token, such as {@code jwk}, {@code jku} and {@code x5u}, have no effect, and a token with the header {@code crit} is rejected.
 *
 * <pre>{@code
 * JwtVerifier verifier = JwtVerifier.of(JwtOptions.issuer(URI.create("https://login.example/")).audience("https://api.example"));
 * AccessToken token = verifier.verify(text);
 * log.info("{} may {}", token.subject(), token.scopes());
 * }</pre>
 *
 * <p>Threads: any number may call it at once.
 */
public final class JwtVerifier {
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");
    private static final int MAX_REASON = 200;

    private final JwtOptions options;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private JwtVerifier(JwtOptions options, JWKSource<SecurityContext> keys) {
        this.options = options;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(options.algorithms(), keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(options.types()));
        processor.setJWTClaimsSetVerifier(new ClaimsRules(options));
    }

    /**
     * Returns a verifier, which begins to fetch the keys of the issuer at once, unless the options have a key. Whether that succeeds is not
     * known when it returns.
     *
     * @throws IllegalArgumentException if the options have no audience, an address of keys beside a key, or a key for none of the algorithms
     */
    public static JwtVerifier of(JwtOptions options) {
        return of(options, System::nanoTime);
    }

    static JwtVerifier of(JwtOptions options, LongSupplier nanoTime) {
        options.key().ifPresent(key -> check(options, key));
        return new JwtVerifier(
                options,
                options.key()
                        .<JWKSource<SecurityContext>>map(key -> (selector, context) -> List.of(key))
                        .orElseGet(() -> fetched(options, nanoTime)));
    }

    /** Otherwise each token would be rejected, with a line in the log at the level debug. */
    private static void check(JwtOptions options, JWK key) {
        if (options.keys().isPresent()) {
            throw new IllegalArgumentException(
                    "the options have a key and the address of keys, and one of them has no effect");
        }
        if (options.algorithms().stream().noneMatch(algorithm -> fits(algorithm, key))) {
            throw new IllegalArgumentException(
                    "none of the algorithms " + options.algorithms() + " is for the key; call algorithms(...)");
        }
    }

    private static boolean fits(JWSAlgorithm algorithm, JWK key) {
        if (key instanceof ECKey elliptic) {
            Set<Curve> curves = Curve.forJWSAlgorithm(algorithm);
            return curves != null && curves.contains(elliptic.getCurve());
        }
        return JWSAlgorithm.Family.RSA.contains(algorithm);
    }

    private static JWKSource<SecurityContext> fetched(JwtOptions options, LongSupplier nanoTime) {
        IssuerKeys keys = new IssuerKeys(
                options.issuer(),
                options.keys(),
                new BoundedHttp(options.fetchTimeout()),
                options.keyTimes(),
                nanoTime);
        keys.refresh();
        return keys;
    }

    /**
     * Verifies a token in the compact form (RFC 7515 §7.1). The call blocks only if the keys were never fetched, are too old, or do not have
     * the {@code kid} of the token. It then waits for one fetch, which has a deadline.
     *
     * @throws InvalidTokenException if the token is malformed, forged, expired, or not for this audience
     * @throws KeysUnavailableException if the keys of the issuer cannot be fetched
     */
    public AccessToken verify(String token) throws InvalidTokenException, KeysUnavailableException {
        if (token.length() > options.maxTokenBytes()) {
            throw new InvalidTokenException("it has more than " + options.maxTokenBytes() + " bytes");
        }
        SignedJWT signed = parse(token);
        check(signed.getHeader());
        return new AccessToken(claims(signed), options);
    }

    private static SignedJWT parse(String token) throws InvalidTokenException {
        if (!CompactForm.isSigned(token)) {
            throw new InvalidTokenException("it is not a signed JWT");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new InvalidTokenException("it is not a signed JWT");
        }
    }

    private void check(JWSHeader header) throws InvalidTokenException {
        if (!options.algorithms().contains(header.getAlgorithm())) {
            throw new InvalidTokenException("its algorithm is not one of security.jwt.algorithms");
        }
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw new InvalidTokenException("its header has extensions");
        }
    }

    private JWTClaimsSet claims(SignedJWT signed) throws InvalidTokenException, KeysUnavailableException {
        try {
            @Nullable JWTClaimsSet claims = processor.process(signed, null);
            return requireNonNull(claims);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(String.valueOf(e.getMessage()));
        } catch (BadJOSEException e) {
            throw new InvalidTokenException(reason(e));
        } catch (JOSEException | RuntimeException e) {
            throw new InvalidTokenException("it cannot be verified");
        }
    }

    /** The message of the library, which quotes texts of the token: for a log on one line of ASCII, and not long. */
    private static String reason(BadJOSEException rejection) {
        String line =
                UNPRINTABLE.matcher(String.valueOf(rejection.getMessage())).replaceAll("?");
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "..." : line;
    }
}
