package io.jetalyst.internal.proxy;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Locale;
import java.util.Set;

/** Recognises the clients that run on this machine. Only they receive the details of failures in dev mode. */
public final class LocalClient {
    private static final Set<String> FIELDS_OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");
    private static final String BEGIN_OF_FIELDS = "x-forwarded-";

    private LocalClient() {}

    /**
     * Whether a client of this machine has sent the request: over a UNIX socket or from a loopback address. The host in a request proves nothing, because
     * each client can send any. A request that came through a proxy counts only if the proxy names the client in a field that the application trusts.
     *
     * @param request the request with the address of the client that {@link Forwarding} has restored
     * @param trusted the fields of {@link Forwarding}
     */
    public static boolean hasSent(Request request, ForwardedFields trusted) {
        return isLocal(request.remoteAddress()) && (!isFromProxy(request.headers()) || isNamed(request, trusted));
    }

    private static boolean isLocal(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress
                || (address instanceof InetSocketAddress inet
                        && inet.getAddress() != null
                        && inet.getAddress().isLoopbackAddress());
    }

    private static boolean isFromProxy(Headers headers) {
        for (String name : headers.names()) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith(BEGIN_OF_FIELDS) || FIELDS_OF_PROXIES.contains(lowerCase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the address of the request is one of the field, and not that of the proxy itself, which has a port of its own. */
    private static boolean isNamed(Request request, ForwardedFields trusted) {
        return trusted != ForwardedFields.NONE
                && Hop.of(request.headers(), trusted).stream()
                        .anyMatch(hop -> Forwarding.address(hop.client())
                                .filter(request.remoteAddress()::equals)
                                .isPresent());
    }
}
