package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Request;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Name and password in each request: the scheme Basic (RFC 7617), in UTF-8. A browser shows a dialog of its own for it, and sends the password
 * until it is closed. The password is not encrypted, so use it with TLS only: the first password that comes from another machine without TLS is reported in the log.
 *
 * <pre>{@code
 * App.builder().authenticator(Basic.of("Shop", PasswordLogin.of(accounts, new Argon2())))
 * }</pre>
 *
 * <p>Each request computes a hash of the password. A client that sends many requests should have an API key or a token.
 */
public final class Basic implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.login");

    private static final String SCHEME = "Basic";

    private final PasswordLogin logins;
    private final String challenge;
    private final AtomicBoolean isReported = new AtomicBoolean();

    private Basic(PasswordLogin logins, String challenge) {
        this.logins = requireNonNull(logins);
        this.challenge = challenge;
    }

    /**
     * Checks names and passwords.
     *
     * @param realm the text that a browser may show: printable ASCII characters
     * @throws IllegalArgumentException if the realm has other characters
     */
    public static Basic of(String realm, PasswordLogin logins) {
        if (!realm.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("the realm has printable ASCII characters: " + realm);
        }
        String quoted = realm.replace("\\", "\\\\").replace("\"", "\\\"");
        return new Basic(logins, SCHEME + " realm=\"" + quoted + "\", charset=\"UTF-8\"");
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        List<String> fields = context.request().headers().all("Authorization");
        Optional<String> credentials = AuthorizationField.of(SCHEME, fields);
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        if (isReadable(context.request()) && isReported.compareAndSet(false, true)) {
            LOG.warn(
                    "A password was sent without TLS. Serve the application with TLS, or set server.forwarded behind a proxy"
                            + " that ends it.");
        }
        String pair = decode(credentials.get());
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw malformed();
        }
        return Optional.of(logins.login(context.request(), pair.substring(0, colon), pair.substring(colon + 1)));
    }

    @Override
    public Optional<String> challenge(Context context) {
        return Optional.of(challenge);
    }

    /** Whether others could read the request on its way. */
    private static boolean isReadable(Request request) {
        return request.scheme().equals("http")
                && request.remoteAddress() instanceof InetSocketAddress inet
                && !inet.isUnresolved()
                && !inet.getAddress().isLoopbackAddress();
    }

    private static String decode(String credentials) {
        try {
            byte[] bytes = Base64.getDecoder().decode(credentials);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static CredentialsProblem malformed() {
        return new CredentialsProblem("The credentials are malformed.");
    }
}
