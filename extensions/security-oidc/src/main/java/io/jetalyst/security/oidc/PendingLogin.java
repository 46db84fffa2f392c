package io.jetalyst.security.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A login that a browser has begun. The browser keeps it in a cookie ({@link LoginCookie}) until the provider sends it back, so that nobody can
 * complete a login in another browser (login CSRF).
 *
 * @param target the page to which the browser returns, as a local path
 */
record PendingLogin(State state, Nonce nonce, CodeVerifier verifier, Instant begun, String target) {
    static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final int PARTS = 5;

    /** @param statePrefix the first characters of the state, before the random ones */
    static PendingLogin begin(String statePrefix, String target) {
        return new PendingLogin(
                new State(statePrefix + new State().getValue()),
                new Nonce(),
                new CodeVerifier(),
                Instant.now(),
                target);
    }

    /** All values in the characters of a cookie; the random ones have those of Base64 already. */
    String text() {
        return String.join(
                ".",
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                Long.toString(begun.getEpochSecond()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(target.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a {@link #text}; empty if it is another text, as clients can change their cookies. */
    static Optional<PendingLogin> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PendingLogin(
                    new State(parts[0]),
                    new Nonce(parts[1]),
                    new CodeVerifier(parts[2]),
                    Instant.ofEpochSecond(Long.parseLong(parts[3])),
                    new String(Base64.getUrlDecoder().decode(parts[4]), StandardCharsets.UTF_8)));
        } catch (RuntimeException malformed) { // of the library or of the JDK
            return Optional.empty();
        }
    }

    boolean has(String other) {
        return MessageDigest.isEqual(
                state.getValue().getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    boolean isRecent() {
        Instant now = Instant.now();
        return begun.isAfter(now.minus(MAX_AGE)) && !begun.isAfter(now.plus(MAX_AGE));
    }
}
