package io.jetalyst.internal.session;

import io.jetalyst.internal.inbox.Listeners;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The listeners and options that a handshake has fixed for its session.
 *
 * @param limits the limits of the client
 * @param subprotocol the negotiated subprotocol
 * @param compression the negotiated compression; empty if messages are not compressed
 * @param nonBlocking whether listeners never block
 * @param identity the identity of the client; empty if it is not known
 * @param allowed whether the endpoint answers a client with this identity
 * @param firstMessage checks the token that the client must send first; {@code null} if it needs none
 */
public record Endpoint(
        Listeners listeners,
        SocketLimits limits,
        Optional<String> subprotocol,
        Optional<DeflateAgreement> compression,
        boolean nonBlocking,
        Optional<Identity> identity,
        Predicate<Identity> allowed,
        @Nullable TokenAuthenticator firstMessage) {}
