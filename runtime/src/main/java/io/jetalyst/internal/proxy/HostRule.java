package io.jetalyst.internal.proxy;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.internal.log.LogText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host names that the application answers for. A page of a foreign name that resolves to this machine (DNS rebinding) has the same
 * origin as the application, as far as the browser can see; only the name in the request gives it away.
 */
public final class HostRule {
    /** The response to a request that is not {@linkplain #allows allowed}. The page that sent it may belong to somebody else. */
    public static final HttpProblem FOREIGN_HOST =
            HttpProblem.of(Status.MISDIRECTED_REQUEST, "This server does not answer for this host.");

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.hosts");
    private static final int MAX_LOGGED = 50;

    private final boolean any;
    private final Set<String> names;
    private final boolean loopback;
    /** Whether each IP address is allowed. A page whose origin is an address was loaded from that address, whatever names resolve to. */
    private final boolean addresses;

    private final Set<String> logged = new HashSet<>();

    private HostRule(boolean any, Set<String> names, boolean loopback, boolean addresses) {
        this.any = any;
        this.names = names;
        this.loopback = loopback;
        this.addresses = addresses;
    }

    /** Every name is allowed. */
    public static HostRule any() {
        return new HostRule(true, Set.of(), false, false);
    }

    /** Only these names are allowed; {@code *} for every name. */
    public static HostRule only(List<String> names) {
        return names.contains("*") ? any() : new HostRule(false, lowerCase(names), false, false);
    }

    /** Only these names and those of this machine itself are allowed. */
    public static HostRule loopbackAnd(List<String> names) {
        return new HostRule(false, lowerCase(names), true, false);
    }

    /**
     * The same names, those of this machine itself, and each IP address. It is for a listener that programs address directly, as those that
     * collect metrics do.
     */
    public HostRule andAddresses() {
        return new HostRule(any, names, true, true);
    }

    /** Whether the application answers for the host of this request. A request without one does not come from a browser. */
    public boolean allows(Request request) {
        if (any || request.authority().isEmpty()) {
            return true;
        }
        String host = name(request.authority());
        if (names.contains(host)
                || (loopback && isLoopback(host))
                || (addresses && AddressRange.literal(host).isPresent())) {
            return true;
        }
        log(host);
        return false;
    }

    private void log(String host) {
        String shown = LogText.of(host);
        synchronized (logged) {
            if (logged.size() >= MAX_LOGGED || !logged.add(shown)) {
                return;
            }
        }
        LOG.warn(
                "Refused a request for the host \"{}\". If the application is to answer for it, set server.hosts.",
                shown);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || AddressRange.literal(host)
                        .filter(address -> AddressRange.LOOPBACK.stream().anyMatch(range -> range.contains(address)))
                        .isPresent();
    }

    /** The host of an authority: without port and brackets, in lower case. */
    private static String name(String authority) {
        int bracket = authority.indexOf(']');
        int colon = authority.indexOf(':', Math.max(0, bracket));
        boolean bareV6 = bracket < 0 && colon >= 0 && authority.indexOf(':', colon + 1) >= 0;
        String host = colon < 0 || bareV6 ? authority : authority.substring(0, colon);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(name(name)));
        return Set.copyOf(lower);
    }
}
