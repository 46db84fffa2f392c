package io.jetalyst.internal.session;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.internal.inbox.CloseException;
import io.jetalyst.internal.inbox.Listeners;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;

/**
 * The listeners of a session whose client has not sent its token: they take the first text message, in parts, so that a client without a token
 * occupies little memory. No listener of the application is called before the token was accepted. Used by one thread at a time.
 */
final class TokenGate {
    /** The longest token. */
    private static final int MAX_LENGTH = 8192;

    private final Connection connection;
    private final TokenAuthenticator tokens;
    private final StringBuilder token = new StringBuilder();

    TokenGate(Connection connection, TokenAuthenticator tokens) {
        this.connection = connection;
        this.tokens = tokens;
    }

    Listeners listeners() {
        return new Listeners(null, null, this::textPart, null, TokenGate::binaryPart, null, null, null);
    }

    private static void binaryPart(WebSocketSession session, ByteBuffer part, boolean last) throws CloseException {
        throw CloseException.noToken("the first message is not a token");
    }

    private void textPart(WebSocketSession session, String part, boolean last) throws Exception {
        if (token.length() + part.length() > MAX_LENGTH) {
            throw CloseException.noToken("the first message is too long for a token");
        }
        token.append(part);
        if (last) {
            connection.identified(identity());
        }
    }

    private Identity identity() throws CloseException {
        Identity identity;
        try {
            identity = tokens.authenticate(token.toString());
        } catch (HttpProblem problem) {
            throw problem.status().equals(Status.SERVICE_UNAVAILABLE)
                    ? CloseException.uncheckedToken()
                    : CloseException.noToken("the token is not valid");
        }
        if (!connection.identity().allows(identity)) {
            throw CloseException.noToken("the roles of the client do not allow it");
        }
        return identity;
    }
}
