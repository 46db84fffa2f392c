package io.jetalyst.login;

import io.jetalyst.http.HttpProblem;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits attempts for each address of a client. A network of 64 bits of IPv6 counts as one address. A network of 48 bits, which a provider may assign to
 * one customer, has a limit as well: 16 times the attempts of an address, but 10,000 at most. Safe for all threads.
 *
 * <pre>{@code
 * AddressAttempts registrations = new AddressAttempts(10, Duration.ofMinutes(6));
 *
 * registrations.require(request.remoteAddress(), "Too many users register from this address.");
 * }</pre>
 */
public final class AddressAttempts {
    private static final int NETWORKS = 16;
    private static final int SITE_BYTES = 6;

    private final Attempts ofNetworks;
    /** By the network of 48 bits. */
    private final Attempts ofSites;

    /**
     * @param attempts the number of attempts of an address that has made none
     * @param interval the time after which the address has one more
     * @throws IllegalArgumentException if the attempts are not 1 to 10,000, or the interval is not 16 milliseconds to 1 day
     */
    public AddressAttempts(int attempts, Duration interval) {
        this(attempts, interval, System::nanoTime);
    }

    AddressAttempts(int attempts, Duration interval, LongSupplier nanoTime) {
        ofNetworks = new Attempts(attempts, interval, nanoTime);
        int ofSite = Math.min(attempts * NETWORKS, Attempts.MAX_ATTEMPTS);
        ofSites = new Attempts(ofSite, interval.multipliedBy(attempts).dividedBy(ofSite), nanoTime);
    }

    /**
     * Takes one attempt of a client.
     *
     * @param detail of the problem
     * @throws HttpProblem 429 with {@code Retry-After} if its address has no attempt
     */
    public void require(SocketAddress client, String detail) {
        long seconds = take(client);
        if (seconds > 0) {
            throw Attempts.tooMany(seconds, detail);
        }
    }

    /** Takes one attempt of a client. Returns 0, or the number of seconds until its address has one again. */
    public long take(SocketAddress client) {
        String site = site(client);
        long seconds = site == null ? 0 : ofSites.take(site);
        if (seconds > 0) {
            return seconds;
        }
        seconds = ofNetworks.take(ClientNetwork.of(client));
        if (seconds > 0 && site != null) {
            ofSites.restore(site);
        }
        return seconds;
    }

    /** Returns one attempt that was taken. */
    public void restore(SocketAddress client) {
        ofNetworks.restore(ClientNetwork.of(client));
        String site = site(client);
        if (site != null) {
            ofSites.restore(site);
        }
    }

    /** The network of 48 bits of an IPv6 address; {@code null} for any other address. */
    private static @Nullable String site(SocketAddress client) {
        return client instanceof InetSocketAddress inet && inet.getAddress() instanceof Inet6Address ip
                ? HexFormat.of().formatHex(ip.getAddress(), 0, SITE_BYTES)
                : null;
    }
}
