package io.jetalyst.security.keys;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the name of a user from the claims of a token. */
public final class NameClaim {
    private static final String EMAIL = "email";

    private NameClaim() {}

    /**
     * The text of this claim. The name is {@code sub} if there is no such text, or if it is an email address that the issuer has not verified: any user could have
     * entered the address of another one there (OpenID Connect Core 1.0 §5.1, §5.7).
     */
    public static String of(Map<String, ?> claims, String claim) {
        boolean isTrusted = !claim.equals(EMAIL) || isTrue(claims.get("email_verified"));
        return isTrusted && claims.get(claim) instanceof String text && !text.isBlank()
                ? text
                : String.valueOf(claims.get("sub"));
    }

    /** Some issuers send texts in place of booleans. */
    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }
}
