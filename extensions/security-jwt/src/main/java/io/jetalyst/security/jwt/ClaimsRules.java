package io.jetalyst.security.jwt;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The library takes a claim that is null for one that is there. */
    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        String subject = claims.getSubject();
        if (claims.getExpirationTime() == null || subject == null || subject.isEmpty()) {
            throw new BadJWTException("exp or sub is null or empty");
        }
    }

    @Override
    protected Date currentTime() {
        return Date.from(options.clock().instant());
    }
}
