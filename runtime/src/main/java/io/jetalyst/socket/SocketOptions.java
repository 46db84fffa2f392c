package io.jetalyst.socket;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a socket endpoint asks of a handshake and of the client behind it.
 *
 * @param origins origins let in besides the application's own; {@code *} stands for any
 * @param subprotocols spoken here, the preferred first
 * @param subprotocolRequired whether a client that offers none of them is refused
 * @param limits those that differ from the application's
 * @param slowClient what becomes of messages to a client whose queue is full
 * @param compression how messages are compressed, where the client offers it
 * @param nonBlocking whether its listeners never block, so that they may run on the thread that reads
 */
public record SocketOptions(
        List<String> origins,
        List<String> subprotocols,
        boolean subprotocolRequired,
        Map<SocketLimit, Integer> limits,
        SlowClient slowClient,
        Compression compression,
        boolean nonBlocking) {
    /** Same origin only, no subprotocol, the application's limits, slow clients closed, no compression, listeners that may block. */
    public static final SocketOptions DEFAULT =
            new SocketOptions(List.of(), List.of(), false, Map.of(), SlowClient.CLOSE, Compression.NONE, false);

    /** @throws IllegalArgumentException if a limit is below 1 */
    public SocketOptions {
        origins = List.copyOf(origins);
        subprotocols = List.copyOf(subprotocols);
        limits = Map.copyOf(limits);
        limits.forEach((limit, value) -> {
            if (value < 1) {
                throw new IllegalArgumentException(limit + " is 1 at least, not " + value);
            }
        });
    }

    /** The same with these origins. */
    public SocketOptions origins(String... origins) {
        return new SocketOptions(
                List.of(origins), subprotocols, subprotocolRequired, limits, slowClient, compression, nonBlocking);
    }

    /** The same with these subprotocols. */
    public SocketOptions subprotocols(String... spoken) {
        return new SocketOptions(
                origins, List.of(spoken), subprotocolRequired, limits, slowClient, compression, nonBlocking);
    }

    /** The same, refusing clients that offer no subprotocol of ours. */
    public SocketOptions requireSubprotocol() {
        return new SocketOptions(origins, subprotocols, true, limits, slowClient, compression, nonBlocking);
    }

    /** The same with this limit, in the unit its name says. */
    public SocketOptions limit(SocketLimit limit, int value) {
        Map<SocketLimit, Integer> more = new EnumMap<>(SocketLimit.class);
        more.putAll(limits);
        more.put(limit, value);
        return new SocketOptions(
                origins, subprotocols, subprotocolRequired, more, slowClient, compression, nonBlocking);
    }

    /** The same with this way to treat slow clients. */
    public SocketOptions slowClient(SlowClient policy) {
        return new SocketOptions(origins, subprotocols, subprotocolRequired, limits, policy, compression, nonBlocking);
    }

    /** The same with this compression. */
    public SocketOptions compression(Compression offered) {
        return new SocketOptions(origins, subprotocols, subprotocolRequired, limits, slowClient, offered, nonBlocking);
    }

    /** The same with listeners that never block, or may. */
    public SocketOptions nonBlocking(boolean nonBlocking) {
        return new SocketOptions(
                origins, subprotocols, subprotocolRequired, limits, slowClient, compression, nonBlocking);
    }
}
