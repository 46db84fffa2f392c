package io.jetalyst.internal.proxy;

import io.jetalyst.http.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Restores the request that the client sent. Header fields count only if a trusted proxy sent them, and only as far back as the proxies
 * are trusted: a client can send the same fields.
 *
 * @param fields the fields that the proxies send
 * @param trusted the addresses of the proxies; clients of UNIX sockets are proxies as well
 * @param publicUrl the scheme and the authority that all clients use; {@code null} to take them from the request
 * @param basePath the path below which clients see the application
 */
public record Forwarding(
        ForwardedFields fields,
        List<AddressRange> trusted,
        @Nullable URI publicUrl,
        BasePath basePath) {
    public static final Forwarding NONE = new Forwarding(ForwardedFields.NONE, List.of(), null);

    public Forwarding {
        trusted = List.copyOf(trusted);
    }

    /** For an application that lives at the root. */
    public Forwarding(ForwardedFields fields, List<AddressRange> trusted, @Nullable URI publicUrl) {
        this(fields, trusted, publicUrl, BasePath.ROOT);
    }

    /**
     * The request with the scheme, the authority and the remote address of the client, and without the base path; the same object if nothing
     * changes.
     */
    public Request apply(Request received) {
        return basePath.enter(restore(received));
    }

    private Request restore(Request received) {
        Hop hop = fields == ForwardedFields.NONE ? null : clientHop(received);
        if (hop == null && publicUrl == null) {
            return received;
        }
        return Request.builder(received.method(), received.path())
                .query(received.query())
                .protocol(received.protocol())
                .clientCertificates(received.clientCertificates())
                .headers(received.headers())
                .scheme(
                        publicUrl != null
                                ? publicUrl.getScheme()
                                : orElse(hop == null ? "" : hop.scheme(), received.scheme()))
                .authority(
                        publicUrl != null
                                ? publicUrl.getRawAuthority()
                                : orElse(hop == null ? "" : hop.host(), received.authority()))
                .remoteAddress(
                        hop == null
                                ? received.remoteAddress()
                                : address(hop.client()).orElse(received.remoteAddress()))
                .build();
    }

    /** The hop that the first trusted proxy wrote; {@code null} if no trusted proxy sent the request. */
    private @Nullable Hop clientHop(Request received) {
        if (!isProxy(received.remoteAddress())) {
            return null;
        }
        List<Hop> hops = Hop.of(received.headers(), fields);
        for (int i = hops.size() - 1; i > 0; i--) {
            Optional<InetAddress> client = address(hops.get(i).client())
                    .map(InetSocketAddress.class::cast)
                    .map(InetSocketAddress::getAddress);
            if (client.isEmpty() || !isTrusted(client.get())) {
                return hops.get(i);
            }
        }
        return hops.isEmpty() ? null : hops.get(0);
    }

    /** A client of a UNIX socket is one: only users of this machine that the permissions of the file name can connect. */
    public boolean isProxy(SocketAddress peer) {
        return peer instanceof UnixDomainSocketAddress
                || peer instanceof InetSocketAddress tcp && tcp.getAddress() != null && isTrusted(tcp.getAddress());
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** An address, perhaps in brackets and with a port. */
    static Optional<SocketAddress> address(String text) {
        int bracket = text.indexOf(']');
        int colon = text.indexOf(':', Math.max(0, bracket));
        boolean hasPort = colon >= 0 && (bracket >= 0 || text.indexOf(':', colon + 1) < 0);
        String host = bracket > 0 ? text.substring(1, bracket) : hasPort ? text.substring(0, colon) : text;
        String port = hasPort ? text.substring(colon + 1) : "0";
        int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
        return AddressRange.literal(host).map(address -> new InetSocketAddress(address, number > 65_535 ? 0 : number));
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
