package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ValueDecl;
import java.util.List;

/** What a socket endpoint asks of a handshake. */
public record SocketModel(List<ValueDecl> origins, List<ValueDecl> subprotocols, boolean subprotocolRequired) {
    public SocketModel {
        origins = List.copyOf(origins);
        subprotocols = List.copyOf(subprotocols);
    }
}
