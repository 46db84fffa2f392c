package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Collects the parts of a {@link Request}. Used once, by one thread. */
public final class RequestBuilder {
    private static final Headers NO_HEADERS = Headers.of(Map.of());
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    final String method;
    final String path;
    String scheme = "http";
    String authority = "localhost";
    String basePath = "";
    boolean outside;
    String query = "";
    String protocol = "HTTP/1.1";
    Headers headers = NO_HEADERS;
    SocketAddress remoteAddress = UNKNOWN;
    List<X509Certificate> clientCertificates = List.of();
    private boolean built;

    RequestBuilder(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** {@code http} or {@code https}. */
    public RequestBuilder scheme(String scheme) {
        this.scheme = requireNonNull(scheme);
        return this;
    }

    /** Host and, if the client sent one, port. */
    public RequestBuilder authority(String authority) {
        this.authority = requireNonNull(authority);
        return this;
    }

    /** The path below which clients see the application, which the path of the request does not have; empty for the root. */
    public RequestBuilder basePath(String basePath) {
        this.basePath = requireNonNull(basePath);
        return this;
    }

    RequestBuilder outside(boolean isOutside) {
        this.outside = isOutside;
        return this;
    }

    /** The raw query string without {@code ?}; empty if there is none. */
    public RequestBuilder query(String query) {
        this.query = requireNonNull(query);
        return this;
    }

    /** Such as {@code HTTP/1.1} or {@code HTTP/2.0}. */
    public RequestBuilder protocol(String protocol) {
        this.protocol = requireNonNull(protocol);
        return this;
    }

    public RequestBuilder headers(Headers headers) {
        this.headers = requireNonNull(headers);
        return this;
    }

    /** The peer of the connection. */
    public RequestBuilder remoteAddress(SocketAddress address) {
        this.remoteAddress = requireNonNull(address);
        return this;
    }

    /** The certificate of the client, followed by its issuers. */
    public RequestBuilder clientCertificates(List<X509Certificate> certificates) {
        this.clientCertificates = List.copyOf(certificates);
        return this;
    }

    /** @throws IllegalStateException if this builder has built a request */
    public Request build() {
        if (built) {
            throw new IllegalStateException("a builder builds one request");
        }
        built = true;
        return new Request(this);
    }
}
