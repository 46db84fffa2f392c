package io.jetalyst.socket;

import java.util.List;

/**
 * What a socket endpoint asks of a handshake.
 *
 * @param origins origins let in besides the application's own; {@code *} stands for any
 * @param subprotocols spoken here, the preferred first
 * @param subprotocolRequired whether a client that offers none of them is refused
 */
public record SocketOptions(List<String> origins, List<String> subprotocols, boolean subprotocolRequired) {
    /** Same origin only, no subprotocol. */
    public static final SocketOptions DEFAULT = new SocketOptions(List.of(), List.of(), false);

    public SocketOptions {
        origins = List.copyOf(origins);
        subprotocols = List.copyOf(subprotocols);
    }

    /** The same with these origins. */
    public SocketOptions origins(String... more) {
        return new SocketOptions(List.of(more), subprotocols, subprotocolRequired);
    }

    /** The same with these subprotocols. */
    public SocketOptions subprotocols(String... spoken) {
        return new SocketOptions(origins, List.of(spoken), subprotocolRequired);
    }

    /** The same, refusing clients that offer no subprotocol of ours. */
    public SocketOptions requireSubprotocol() {
        return new SocketOptions(origins, subprotocols, true);
    }
}
