package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.DeflateAgreement;
import java.util.Optional;

/**
 * What a session's endpoint has decided about it.
 *
 * @param listeners who hears what comes
 * @param limits what the client may cost
 * @param subprotocol the one that was chosen
 * @param compression what was agreed on; empty if nothing is compressed
 * @param nonBlocking whether listeners never block
 */
record Endpoint(
        Listeners listeners,
        SocketLimits limits,
        Optional<String> subprotocol,
        Optional<DeflateAgreement> compression,
        boolean nonBlocking) {}
