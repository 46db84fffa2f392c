package io.jetalyst.security.jwt;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.util.Date;
import java.util.Set;

/** The rules for the claims: {@code iss} and {@code aud} by value, {@code exp} and {@code sub} present, {@code exp} and {@code nbf} by the clock. */
final class ClaimsRules extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final JwtOptions options;

    ClaimsRules(JwtOptions options) {
        super(
                Set.copyOf(options.audience()),
                new JWTClaimsSet.Builder().issuer(options.issuer().toString()).build(),
                Set.of("exp", "sub"),
                Set.of());
        this.options = options;
        super.setMaxClockSkew(Math.toIntExact(options.clockSkew().toSeconds()));
    }

    @Override
    protected Date currentTime() {
        return Date.from(options.clock().instant());
    }
}
