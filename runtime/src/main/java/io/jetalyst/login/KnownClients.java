package io.jetalyst.login;

import java.net.SocketAddress;
import java.util.Map;

/**
 * The networks from which users have logged in. The attempts of such a client are counted apart from those of all others: otherwise an attacker who tries passwords of
 * a user all the time could lock the user out. At most 10,000 pairs of a user and a network; the one that was used least recently is dropped. Safe for all threads.
 */
final class KnownClients {
    /** Guarded by this. */
    private final Map<String, Boolean> pairs = new RecentKeys<>();

    /**
     * The key by which the attempts of a client with a name are counted.
     *
     * @param name the key of the name, which has no blank
     */
    String attemptKey(String name, SocketAddress client) {
        String pair = pair(name, client);
        synchronized (this) {
            return pairs.get(pair) == null ? name : pair;
        }
    }

    /** A user has logged in. */
    void add(String name, SocketAddress client) {
        String pair = pair(name, client);
        synchronized (this) {
            pairs.put(pair, Boolean.TRUE);
        }
    }

    private static String pair(String name, SocketAddress client) {
        return name + " " + ClientNetwork.of(client);
    }
}
