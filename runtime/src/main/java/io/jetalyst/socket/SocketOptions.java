package io.jetalyst.socket;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The options of a WebSocket endpoint. Generated tables create it from the members of {@code @WebSocket}; applications use the annotation.
 *
 * @param origins the origins that may connect in addition to the application's own; {@code *} allows every origin
 * @param subprotocols the subprotocols of the endpoint, the preferred one first
 * @param subprotocolRequired whether a client that offers none of them is rejected
 * @param limits the limits that differ from the application's
 * @param overflow what happens to a message if the send queue of its client is full
 * @param compression how messages are compressed if the client offers it
 * @param nonBlocking whether the listeners never block, so that they run on the thread that read the message
 */
public record SocketOptions(
        List<String> origins,
        List<String> subprotocols,
        boolean subprotocolRequired,
        Map<SocketLimit, Integer> limits,
        Overflow overflow,
        Deflate compression,
        boolean nonBlocking) {
    /**
     * The action of the server if the send queue of a client is full. Applications write {@code OverflowPolicy} on
     * {@code @WebSocket}; the generated table passes the constant of the same name here.
     */
    public enum Overflow {
        /** The session is closed with 1013; every queued message fails with a {@link WebSocketClosedException}. */
        CLOSE,
        /** The messages queued longest are dropped and fail with a {@link WebSocketOverflowException}; the session stays open. */
        DROP_OLDEST,
        /** The new message fails with a {@link WebSocketOverflowException}; the session stays open. */
        FAIL
    }

    /**
     * How messages are compressed (RFC 7692) if the client offers it. Applications write {@code Compression} on {@code @WebSocket}; the
     * generated table passes the constant of the same name here.
     */
    public enum Deflate {
        /** Messages are not compressed. */
        NONE,
        /** The server compresses each message on its own (§7.1.1). */
        NO_CONTEXT_TAKEOVER,
        /** Both sides may refer to earlier messages when they compress one (§7.1.1). */
        CONTEXT_TAKEOVER
    }

    /** Same origin only, no subprotocol, the application's limits, slow clients are closed, no compression, listeners may block. */
    public static final SocketOptions DEFAULT =
            new SocketOptions(List.of(), List.of(), false, Map.of(), Overflow.CLOSE, Deflate.NONE, false);

    /** @throws IllegalArgumentException if a limit is below 1 */
    public SocketOptions {
        origins = List.copyOf(origins);
        subprotocols = List.copyOf(subprotocols);
        limits = Map.copyOf(limits);
        limits.forEach((limit, value) -> {
            if (value < 1) {
                throw new IllegalArgumentException(limit + " must be at least 1, not " + value);
            }
        });
    }

    /** Returns the same options with these origins. */
    public SocketOptions origins(String... origins) {
        return new SocketOptions(
                List.of(origins), subprotocols, subprotocolRequired, limits, overflow, compression, nonBlocking);
    }

    /** Returns the same options with these subprotocols. */
    public SocketOptions subprotocols(String... spoken) {
        return new SocketOptions(
                origins, List.of(spoken), subprotocolRequired, limits, overflow, compression, nonBlocking);
    }

    /** Returns the same options, which reject clients that offer none of the subprotocols. */
    public SocketOptions requireSubprotocol() {
        return new SocketOptions(origins, subprotocols, true, limits, overflow, compression, nonBlocking);
    }

    /** Returns the same options with this limit, in the unit of its name. */
    public SocketOptions limit(SocketLimit limit, int value) {
        Map<SocketLimit, Integer> more = new EnumMap<>(SocketLimit.class);
        more.putAll(limits);
        more.put(limit, value);
        return new SocketOptions(origins, subprotocols, subprotocolRequired, more, overflow, compression, nonBlocking);
    }

    /** Returns the same options with this overflow policy. */
    public SocketOptions overflow(Overflow policy) {
        return new SocketOptions(origins, subprotocols, subprotocolRequired, limits, policy, compression, nonBlocking);
    }

    /** Returns the same options with this compression. */
    public SocketOptions compression(Deflate offered) {
        return new SocketOptions(origins, subprotocols, subprotocolRequired, limits, overflow, offered, nonBlocking);
    }

    /** Returns the same options for listeners that never block, or may block. */
    public SocketOptions nonBlocking(boolean nonBlocking) {
        return new SocketOptions(
                origins, subprotocols, subprotocolRequired, limits, overflow, compression, nonBlocking);
    }
}
