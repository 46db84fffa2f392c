package io.jetalyst.example.chat;

import io.jetalyst.config.Settings;
import io.jetalyst.login.AddressAttempts;
import io.jetalyst.login.ClientNetwork;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits the names and the open tabs of all clients with one address, so that nobody takes all seats and rooms with many browsers. Clients
 * share an address at home, at school, and behind a proxy that the setting {@code server.trusted-proxies} does not name.
 */
final class Networks {
    private final AddressAttempts names;
    private final Map<String, Integer> tabs = new HashMap<>();
    private final int maxTabs;

    Networks(Settings settings) {
        this.names = new AddressAttempts(
                settings.get("chat.names-per-address", "a whole number", Integer::valueOf)
                        .orElse(60),
                Duration.ofSeconds(10));
        this.maxTabs = settings.get("chat.tabs-per-address", "a whole number", Integer::valueOf)
                .orElse(200);
    }

    /** The seconds to wait before a client with this address may enter another name; 0 if it may now. */
    long delay(SocketAddress client) {
        return names.take(client);
    }

    /** @throws Refusal if the clients with this address have too many open tabs */
    synchronized void add(SocketAddress client) throws Refusal {
        String network = ClientNetwork.of(client);
        if (tabs.getOrDefault(network, 0) >= maxTabs) {
            throw Refusal.forNow(
                    "address-full", "Too many tabs of this chat are open at your address. Close some of them.");
        }
        tabs.merge(network, 1, Integer::sum);
    }

    synchronized void remove(SocketAddress client) {
        tabs.computeIfPresent(ClientNetwork.of(client), (network, count) -> count == 1 ? null : count - 1);
    }
}
