package io.jetalyst.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A client that an authenticator has recognized: its name and its roles. A method takes it as a parameter; the framework then answers 401 to a
 * request without an identity, and does not call the method. With {@code Optional<Identity>} the method answers those requests, too.
 *
 * <pre>{@code
 * @Get("/account")
 * @RolesAllowed("member")
 * View account(Identity identity) { ... }
 * }</pre>
 *
 * <p>Immutable, and safe for all threads. An authenticator that knows more of a client, such as the claims of its token, implements this
 * interface, and code that needs them checks for its type.
 */
public interface Identity {
    /** An identity with this name and these roles. Two of them are equal if their names and their roles are. */
    static Identity of(String name, String... roles) {
        return new NamedIdentity(name, Set.of(roles));
    }

    /** An identity with this name and these roles. Two of them are equal if their names and their roles are. */
    static Identity of(String name, Set<String> roles) {
        return new NamedIdentity(name, roles);
    }

    /** The name of the client, unique among those of its authenticator: a user name, or the subject of a token. */
    String name();

    /** The roles of the client. Some of them may be roles that the application does not declare. Unmodifiable. */
    Set<String> roles();

    /**
     * The time at which the identity ends, such as that of its token; empty if it has no end of its own. A WebSocket of the client is closed then,
     * unless the application {@linkplain io.jetalyst.socket.WebSocketSession#renew renews} the identity. Server-sent events to the client end then.
     */
    default Optional<Instant> expiresAt() {
        return Optional.empty();
    }

    /** Whether the client has this role. Upper and lower case differ. */
    default boolean hasRole(String role) {
        return roles().contains(role);
    }
}
