package io.jetalyst.internal.session;

import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.CloseStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The identity of the client of one session, and the time at which it must be renewed. Safe for all threads. */
final class SessionIdentity {
    /** The time that a client has to send its token. */
    private static final long TOKEN_TIMEOUT = Duration.ofSeconds(10).toNanos();

    private static final long NEVER = Long.MAX_VALUE;

    private @Nullable Identity identity;
    /** The end of the identity, in milliseconds of the epoch. */
    private volatile long expiresAt = NEVER;
    /** Whether the client must send a token. */
    private volatile boolean awaited;

    private final long openedAt;
    private final Predicate<Identity> allowed;

    /**
     * @param allowed whether the endpoint answers a client with this identity
     * @param awaited whether the client must send a token as its first message
     */
    SessionIdentity(Optional<Identity> identity, Predicate<Identity> allowed, boolean awaited, long openedAt) {
        this.allowed = allowed;
        this.awaited = awaited;
        this.openedAt = openedAt;
        identity.ifPresent(this::set);
    }

    synchronized void set(Identity next) {
        identity = next;
        expiresAt = next.expiresAt()
                .map(end -> Math.min(end.getEpochSecond(), NEVER / 1000) * 1000)
                .orElse(NEVER);
        awaited = false;
    }

    synchronized Optional<Identity> identity() {
        return Optional.ofNullable(identity);
    }

    /** Whether the endpoint answers a client with this identity. */
    boolean allows(Identity client) {
        return allowed.test(client);
    }

    /**
     * Replaces the identity with a newer one.
     *
     * @throws IllegalArgumentException if it is that of another client
     * @throws CredentialsProblem if the endpoint does not answer a client with its roles
     */
    synchronized void renew(Identity next) {
        if (identity == null || !identity.name().equals(next.name())) {
            throw new IllegalArgumentException("an identity is renewed by one of the same client");
        }
        if (!allows(next)) {
            throw new CredentialsProblem("The roles of the client do not allow this socket any more.");
        }
        set(next);
    }

    /** The status to close the session with, because the client has no valid token; {@code null} if it has one, or needs none. */
    @Nullable
    CloseStatus overdue(long now) {
        if (awaited) {
            return now - openedAt >= TOKEN_TIMEOUT ? CloseStatuses.NO_TOKEN : null;
        }
        return expiresAt != NEVER && System.currentTimeMillis() >= expiresAt ? CloseStatuses.EXPIRED : null;
    }
}
