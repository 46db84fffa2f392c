package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ValueDecl;
import java.util.List;
import java.util.Optional;

/**
 * The requirements of a socket endpoint for a handshake, and its limits for the client.
 *
 * @param overflow the policy for messages to slow clients, if it is not the default
 * @param compression the compression of messages, if there is one
 */
public record SocketModel(
        List<ValueDecl> origins,
        List<ValueDecl> subprotocols,
        boolean subprotocolRequired,
        List<LimitModel> limits,
        Optional<String> overflow,
        Optional<String> compression) {
    public SocketModel {
        origins = List.copyOf(origins);
        subprotocols = List.copyOf(subprotocols);
        limits = List.copyOf(limits);
    }

    /** Whether nothing differs from the default. */
    public boolean plain() {
        return origins.isEmpty()
                && subprotocols.isEmpty()
                && limits.isEmpty()
                && overflow.isEmpty()
                && compression.isEmpty();
    }

    /** The limit of this member, if it was written. */
    public Optional<LimitModel> limit(String member) {
        return limits.stream().filter(limit -> limit.member().equals(member)).findFirst();
    }
}
