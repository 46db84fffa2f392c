package io.jetalyst.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.jetalyst.security.keys.CompactForm;
import io.jetalyst.security.keys.UnavailableException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.6). Each one counts once. Safe for all threads. */
final class LogoutTokens {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");
    /** The longest token that is read, in characters. */
    private static final int MAX_TOKEN = 8192;

    private static final int MAX_USED = 10_000;
    /** Used tokens are remembered for this time, so a token may not be valid for longer. */
    private static final Duration MAX_LIFETIME = Duration.ofHours(1);

    private final LogoutTokenValidator validator;
    private final Duration clockSkew;
    /** The ends of the tokens that were used, by their {@code jti}. Guarded by this. */
    private final Map<String, Instant> used = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_USED || eldest.getValue().isBefore(Instant.now());
        }
    };

    LogoutTokens(OidcOptions options, JWSKeySelector<SecurityContext> keys, Duration clockSkew) {
        this.validator = new LogoutTokenValidator(
                new Issuer(options.issuer()), new ClientID(options.clientId()), false, keys, null);
        this.clockSkew = clockSkew;
        validator.setMaxClockSkew(Math.toIntExact(clockSkew.toSeconds()));
    }

    /**
     * The claims of a token, which the caller is about to obey.
     *
     * @throws LoginException if the token is malformed, forged, expired, for another client, or was used before
     * @throws UnavailableException if the keys of the provider cannot be fetched
     */
    LogoutTokenClaimsSet use(String text) throws LoginException, UnavailableException {
        LogoutTokenClaimsSet claims = verify(text);
        Instant end = claims.getExpirationTime().toInstant().plus(clockSkew);
        synchronized (this) {
            if (used.putIfAbsent(claims.getJWTID().getValue(), end) != null) {
                throw new LoginException("the logout token was used before");
            }
        }
        return claims;
    }

    /** The token did not end the sessions, so the provider may send it again. */
    synchronized void restore(LogoutTokenClaimsSet claims) {
        used.remove(claims.getJWTID().getValue());
    }

    private LogoutTokenClaimsSet verify(String text) throws LoginException, UnavailableException {
        if (text.length() > MAX_TOKEN || !CompactForm.isSigned(text)) {
            throw new LoginException("the logout token is not a signed JWT");
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (token.getHeader().getCriticalParams() != null
                    || !token.getHeader().isBase64URLEncodePayload()) {
                throw new LoginException("the header of the logout token has extensions");
            }
            LogoutTokenClaimsSet claims = validator.validate(token);
            try {
                check(claims);
            } catch (LoginException refused) {
                LOG.warn("A logout token that the provider has signed was rejected: {}", refused.getMessage());
                throw refused;
            }
            return claims;
        } catch (KeySourceException e) {
            throw new UnavailableException(String.valueOf(e.getMessage()));
        } catch (BadJOSEException | JOSEException | ParseException | RuntimeException e) {
            throw new LoginException("the logout token is not valid: " + e.getMessage());
        }
    }

    /** The rules that the library does not check. */
    private void check(LogoutTokenClaimsSet claims) throws LoginException {
        Date end = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Instant now = Instant.now();
        if (end == null || issued == null || claims.getJWTID() == null) {
            throw new LoginException("the logout token has no exp, iat or jti");
        }
        Object session = claims.getClaim("sid");
        if (session != null && !(session instanceof String)) {
            throw new LoginException("the sid of the logout token is no text");
        }
        if (claims.getClaim("nonce") != null) {
            throw new LoginException("the logout token has a nonce"); // so it is an ID token
        }
        if (issued.toInstant().isAfter(now.plus(clockSkew))
                || end.toInstant().isAfter(now.plus(MAX_LIFETIME).plus(clockSkew))) {
            throw new LoginException("the logout token is not of this time");
        }
    }
}
