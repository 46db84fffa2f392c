package io.jetalyst.internal.session;

import io.jetalyst.internal.inbox.Listeners;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.DeflateAgreement;
import java.util.Optional;

/**
 * The listeners and options that a handshake has fixed for its session.
 *
 * @param limits the limits of the client
 * @param subprotocol the negotiated subprotocol
 * @param compression the negotiated compression; empty if messages are not compressed
 * @param nonBlocking whether listeners never block
 */
public record Endpoint(
        Listeners listeners,
        SocketLimits limits,
        Optional<String> subprotocol,
        Optional<DeflateAgreement> compression,
        boolean nonBlocking) {}
