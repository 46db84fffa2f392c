package io.jetalyst.security.jwt;

import static java.util.Objects.requireNonNull;

import io.jetalyst.config.Settings;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.login.Authenticator;
import io.jetalyst.login.AuthorizationField;
import io.jetalyst.route.Route;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts bearer tokens that are JWTs, in the field {@code Authorization} (RFC 6750 §2.1). A token in the query string or in a form has no
 * effect, because addresses are logged. A WebSocket client that cannot send that field offers the token as a subprotocol, {@code bearer.} and the
 * token, beside those of the endpoint; the server never selects it. A client can also send the token in its first message
 * ({@link io.jetalyst.socket.WebSocketHandshake#authenticate}).
 *
 * <pre>{@code
 * JwtOptions options = JwtOptions.issuer(URI.create("https://login.example/")).audience("https://api.example");
 * App.builder().authenticator(BearerTokens.of(JwtVerifier.of(options)))
 * }</pre>
 *
 * <p>The {@link Identity} of the client is a {@link TokenIdentity}. A token that is not valid is answered with 401 and {@code invalid_token}; the
 * reason is in the log at the level debug, and not in the response. If the keys of the issuer are not there and cannot be fetched, the response is
 * 503.
 */
public final class BearerTokens implements Authenticator, TokenAuthenticator {
    private static final String SCHEME = "Bearer";
    private static final String SUBPROTOCOL = "bearer.";
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");

    /** {@code null} until the settings were read. */
    private volatile @Nullable JwtVerifier verifier;

    private BearerTokens(@Nullable JwtVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns an authenticator for the tokens that the settings {@code security.jwt.*} describe. The application does not start without
     * {@code security.jwt.issuer} and {@code security.jwt.audience}.
     */
    public static BearerTokens ofSettings() {
        return new BearerTokens(null);
    }

    /** Returns an authenticator for the tokens that this verifier accepts. */
    public static BearerTokens of(JwtVerifier verifier) {
        return new BearerTokens(requireNonNull(verifier));
    }

    @Override
    public void configure(Settings settings) {
        if (verifier == null) {
            verifier = JwtVerifier.of(JwtSettings.of(settings));
        }
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        Optional<String> token =
                AuthorizationField.of(SCHEME, context.request().headers().all("Authorization"));
        return token.or(() -> subprotocol(context)).map(this::authenticate);
    }

    /** The token that a handshake offers as a subprotocol. */
    private static Optional<String> subprotocol(Context context) {
        if (context.route().filter(Route.Socket.class::isInstance).isEmpty()) {
            return Optional.empty();
        }
        List<String> tokens = context.request().headers().members("Sec-WebSocket-Protocol").stream()
                .filter(name -> name.startsWith(SUBPROTOCOL))
                .map(name -> name.substring(SUBPROTOCOL.length()))
                .toList();
        if (tokens.size() > 1) {
            throw invalid();
        }
        return tokens.stream().findFirst();
    }

    /**
     * The identity of the client that has sent this token, in a message of a socket.
     *
     * @throws CredentialsProblem if the token is not valid
     * @throws HttpProblem 503 if the keys of the issuer are not there
     */
    @Override
    public Identity authenticate(String token) {
        JwtVerifier known = verifier;
        if (known == null) {
            throw new IllegalStateException("the settings are read when the application starts");
        }
        try {
            return new TokenIdentity(known.verify(token));
        } catch (InvalidTokenException e) {
            LOG.debug("A token was rejected: {}", e.getMessage());
            throw invalid();
        } catch (KeysUnavailableException e) {
            throw HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The token cannot be checked now. Try again later.")
                    .header("Retry-After", "5");
        }
    }

    private static CredentialsProblem invalid() {
        return new CredentialsProblem("The token is not valid.", SCHEME + " error=\"invalid_token\"");
    }

    @Override
    public Optional<String> challenge(Context context) {
        return Optional.of(SCHEME);
    }
}
