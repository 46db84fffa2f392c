package io.jetalyst.security.oidc;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.security.keys.UnavailableException;
import io.jetalyst.session.AllSessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the sessions that logout tokens of the provider name (OpenID Connect Back-Channel Logout 1.0 §2.5 to §2.8). Safe for all threads. */
final class BackChannelLogout {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");
    private static final int MAX_RECENT = 1000;
    /** Each reads all sessions. */
    private static final int MAX_SEARCHES = 2;

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final OidcOptions options;
    private final LogoutTokens tokens;
    private final AllSessions sessions;
    private final Semaphore searches = new Semaphore(MAX_SEARCHES);
    /** The logouts of the last minutes, the latest first. Guarded by itself. */
    private final Deque<Logout> recent = new ArrayDeque<>();

    private record Logout(LogoutTokenClaimsSet claims, Instant at) {}

    BackChannelLogout(OidcOptions options, LogoutTokens tokens, AllSessions sessions) {
        this.options = options;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The response to a request of the provider. */
    Response receive(Context context) throws Exception {
        List<String> texts = context.body().form().texts("logout_token");
        try {
            if (texts.size() != 1) {
                throw new LoginException("the request has no logout token, or several");
            }
            end(tokens.use(texts.get(0)));
            return Response.of(Status.OK).header("Cache-Control", "no-store");
        } catch (LoginException e) {
            LOG.debug("A logout token was rejected: {}", e.getMessage());
            byte[] body = "{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.UTF_8);
            return Response.bytes("application/json", body)
                    .status(Status.BAD_REQUEST)
                    .header("Cache-Control", "no-store");
        } catch (UnavailableException e) {
            LOG.warn("A logout token was not checked: {}", e.getMessage());
            throw OidcLogin.unavailable();
        }
    }

    private void end(LogoutTokenClaimsSet claims) throws InterruptedException {
        synchronized (recent) {
            Instant now = Instant.now();
            recent.removeIf(logout -> logout.at().isBefore(now.minus(PendingLogin.MAX_AGE)));
            if (recent.size() == MAX_RECENT) {
                recent.removeLast();
            }
            recent.addFirst(new Logout(claims, now));
        }
        if (!searches.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            tokens.restore(claims);
            throw OidcLogin.unavailable();
        }
        try {
            int ended = sessions.end(
                    LoginRoutes.USER,
                    json -> OidcIdentity.of(json, options)
                            .filter(user -> isOf(user, claims))
                            .isPresent());
            LOG.info("A logout at the provider has ended {} sessions", ended);
        } catch (RuntimeException failure) {
            tokens.restore(claims);
            throw failure;
        } finally {
            searches.release();
        }
    }

    /**
     * Whether the provider has ended the session of this user since the user's ID token was issued: a logout that comes while a login runs does not find
     * the session that the login creates. A session that was ended by its {@code sid} never comes back; by {@code sub}, the user may have logged in again.
     */
    boolean hasEnded(OidcIdentity user, Instant issued) {
        synchronized (recent) {
            return recent.stream()
                    .map(Logout::claims)
                    .anyMatch(claims -> isOf(user, claims)
                            && (claims.getSessionID() != null
                                            && user.claim("sid").isPresent()
                                    || claims.getIssueTime().toInstant().isAfter(issued)));
        }
    }

    /** Whether the token is for this session: by its {@code sid}, or by its {@code sub} if the token or the session has no {@code sid}. */
    private static boolean isOf(OidcIdentity user, LogoutTokenClaimsSet claims) {
        boolean hasSubject = claims.getSubject() != null;
        if (hasSubject && !claims.getSubject().getValue().equals(user.subject())) {
            return false;
        }
        return claims.getSessionID() == null
                || user.claim("sid")
                        .map(claims.getSessionID().getValue()::equals)
                        .orElse(hasSubject);
    }
}
