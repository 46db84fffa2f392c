package io.jetalyst.security.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A login that a browser has begun. The session of the browser keeps it until the provider sends the browser back, so that nobody can complete a
 * login in another browser (login CSRF), or twice. A session has a few places, for the tabs of one browser; the first character of the state names
 * the place.
 *
 * @param target the page that the user came for, as a local path
 */
record PendingLogin(State state, Nonce nonce, CodeVerifier verifier, Instant begun, String target) {
    private static final int PLACES = 8;
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final AtomicInteger NEXT_PLACE = new AtomicInteger();

    static PendingLogin begin(String target) {
        int place = Math.floorMod(NEXT_PLACE.getAndIncrement(), PLACES);
        return new PendingLogin(
                new State(place + new State().getValue()), new Nonce(), new CodeVerifier(), Instant.now(), target);
    }

    private static Optional<SessionKey<String>> place(String state) {
        int place = state.isEmpty() ? -1 : Character.digit(state.charAt(0), PLACES);
        return place < 0 ? Optional.empty() : Optional.of(SessionKey.of("oidc.login." + place, String.class));
    }

    void keep(Session session) {
        place(state.getValue()).ifPresent(key -> session.put(key, text()));
    }

    private String text() {
        return String.join(
                " ",
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                Long.toString(begun.getEpochSecond()),
                target);
    }

    /** Removes the login of this state from the session, so that it is used once; empty if there is none, or it is too old. */
    static Optional<PendingLogin> take(String state, Session session) {
        Optional<SessionKey<String>> place = place(state);
        Optional<PendingLogin> kept =
                place.flatMap(session::get).map(PendingLogin::parse).filter(login -> login.has(state));
        kept.ifPresent(login -> session.remove(place.get()));
        return kept.filter(login -> login.begun.plus(MAX_AGE).isAfter(Instant.now()));
    }

    private static PendingLogin parse(String text) {
        String[] parts = text.split(" ");
        return new PendingLogin(
                new State(parts[0]),
                new Nonce(parts[1]),
                new CodeVerifier(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[3])),
                parts[4]);
    }

    private boolean has(String other) {
        return MessageDigest.isEqual(
                state.getValue().getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
