package io.jetalyst.internal.httpsession;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.login.Attempts;
import io.jetalyst.login.ClientNetwork;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Limits the sessions that the clients of one address create, so that they cannot create all sessions that the store may have. A client of IPv6 often
 * has a network of 48 bits, and so 65,536 of 64 bits: more than {@link Attempts} remembers. So both are counted. Safe for all threads.
 */
final class NewSessions {
    private static final Duration PERIOD = Duration.ofHours(1);

    /** The sessions of an IPv6 network of 48 bits, as a multiple of those of one of its networks of 64 bits. */
    private static final int NETWORKS = 16;

    private static final int SITE_BYTES = 6;

    /** {@code null} without a limit. */
    private final @Nullable Attempts ofAddresses;

    private final @Nullable Attempts ofSites;

    /** @param maxPerAddress the sessions of one address at once, and again in each hour; 0 for no limit */
    NewSessions(int maxPerAddress) {
        ofAddresses = attempts(maxPerAddress);
        ofSites = attempts(Math.min(maxPerAddress * NETWORKS, Attempts.MAX_ATTEMPTS));
    }

    private static @Nullable Attempts attempts(int max) {
        return max == 0 ? null : new Attempts(max, PERIOD.dividedBy(max));
    }

    /**
     * Counts a session that the client of this request is about to create.
     *
     * @throws HttpProblem 429 with {@code Retry-After} if the clients of its address have created too many
     */
    void count(Request request) {
        long seconds = take(request.remoteAddress());
        if (seconds > 0) {
            throw HttpProblem.of(
                            Status.TOO_MANY_REQUESTS,
                            "Too many sessions were created from this address. Please try again later.")
                    .header("Retry-After", Long.toString(seconds));
        }
    }

    private long take(SocketAddress address) {
        if (ofAddresses == null || ofSites == null) {
            return 0;
        }
        String site = site(address);
        long seconds = site == null ? 0 : ofSites.take(site);
        if (seconds > 0) {
            return seconds;
        }
        seconds = ofAddresses.take(ClientNetwork.of(address));
        if (seconds > 0 && site != null) {
            ofSites.restore(site);
        }
        return seconds;
    }

    /** The network of 48 bits of an IPv6 address; {@code null} for any other address. */
    private static @Nullable String site(SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() instanceof Inet6Address ip
                ? HexFormat.of().formatHex(ip.getAddress(), 0, SITE_BYTES)
                : null;
    }
}
