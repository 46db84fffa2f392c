package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine read it. Its parts do not change; its {@link #headers()} are valid until the exchange ends, unless
 * it is a {@link #snapshot()}.
 */
public final class Request {
    private final String method;
    private final String path;
    private final String basePath;
    /** Whether the path is not below the base path. */
    private final boolean outside;

    private final String scheme;
    private final String authority;
    private final String query;
    private final String protocol;
    private final Headers headers;
    private final SocketAddress remoteAddress;
    private final List<X509Certificate> clientCertificates;

    private volatile @Nullable EncodedFields queryFields;
    /** Guarded by this for its creation: most requests have none. */
    private volatile @Nullable RequestIdentity identity;

    /** The request has the parts itself: an engine builds one for each exchange, and the builder costs it nothing then. */
    Request(RequestBuilder parts) {
        this.method = parts.method;
        this.path = parts.path;
        this.basePath = parts.basePath;
        this.outside = parts.outside;
        this.scheme = parts.scheme;
        this.authority = parts.authority;
        this.query = parts.query;
        this.protocol = parts.protocol;
        this.headers = parts.headers;
        this.remoteAddress = parts.remoteAddress;
        this.clientCertificates = parts.clientCertificates;
    }

    /**
     * A builder, for engines and tests. The defaults of what is not set: scheme {@code http}, authority {@code localhost}, no query,
     * {@code HTTP/1.1}, no header fields, an unknown peer.
     *
     * <pre>{@code
     * Request request = Request.builder("GET", "/rooms/7").query("name=ann").build();
     * }</pre>
     *
     * @param method the method as the client sent it
     * @param path the canonical path: dot segments resolved, unreserved characters decoded, all others still percent-encoded
     */
    public static RequestBuilder builder(String method, String path) {
        return new RequestBuilder(requireNonNull(method), requireNonNull(path));
    }

    /** The method as the client sent it, which may be one that does not exist. */
    public String method() {
        return method;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** The host that the client requests, and the port if the client sent one; that of {@code server.public-url} if it is set. */
    public String authority() {
        return authority;
    }

    /** The canonical path, by which the router finds a route; characters that are reserved in a path are still percent-encoded. */
    public String path() {
        return path;
    }

    /**
     * The path below which clients see the application ({@code server.base-path}), such as {@code /app}; empty if it lives at the root.
     * {@link #path()} does not have it, unless no path of the application was requested.
     */
    public String basePath() {
        return basePath;
    }

    /** The path that the client sent: {@link #basePath()} and {@link #path()}, unless no path of the application was requested. */
    public String fullPath() {
        return outside ? path : basePath + path;
    }

    /** The same request for an application that lives below this path, which is removed from the path of the request. */
    public Request below(String basePath) {
        boolean isOutside = !path.startsWith(basePath + "/");
        String below = isOutside ? path : path.substring(basePath.length());
        return copy(below, headers).basePath(basePath).outside(isOutside).build();
    }

    /** The raw query string without {@code ?}; empty if there is none. */
    public String query() {
        return query;
    }

    /** The protocol, such as {@code HTTP/1.1}. */
    public String protocol() {
        return protocol;
    }

    public Headers headers() {
        return headers;
    }

    /** The first value of this header field. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /**
     * The value of the first cookie of this name (RFC 6265bis §4.2.1), without the double quotes around it, as {@code @CookieParam} reads it. Names
     * are compared with case. {@link Cookies#all} returns the values of all cookies of one name.
     */
    public Optional<String> cookie(String name) {
        return new Cookies(headers).first(name);
    }

    /**
     * The address of the client. Behind a proxy, it is the address of the proxy, unless {@code server.forwarded} or the PROXY protocol names the client.
     */
    public SocketAddress remoteAddress() {
        return remoteAddress;
    }

    /**
     * All parameters of the query string, and the mistakes in it.
     *
     * @throws BindingProblem if there are more than 1,000 parameters
     */
    public EncodedFields queryFields() {
        EncodedFields decoded = queryFields;
        if (decoded == null) {
            decoded = EncodedFields.decode(query, InputError.QUERY);
            queryFields = decoded;
        }
        return decoded;
    }

    /**
     * The certificate that the client presented, followed by its issuers; empty if it presented none, or the server does not ask for one
     * ({@code server.tls.client-certificates}). One of the configured authorities has issued it.
     */
    public List<X509Certificate> clientCertificates() {
        return clientCertificates;
    }

    /**
     * All values of this query parameter, in the order in which the client sent them.
     *
     * @throws BindingProblem if a value of this parameter or the name of any parameter is malformed
     */
    public List<String> queryParams(String name) {
        EncodedFields fields = queryFields();
        List<InputError> mistakes = fields.errors().stream()
                .filter(error -> error.name().isEmpty() || error.name().equals(name))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new BindingProblem(mistakes);
        }
        return fields.texts(name);
    }

    /**
     * The first value of this query parameter.
     *
     * @throws BindingProblem as {@link #queryParams}
     */
    public Optional<String> queryParam(String name) {
        return queryParams(name).stream().findFirst();
    }

    /**
     * The id of this request, a random UUID, which no client can choose. It is in the log beside an exception, in the problem document that
     * the client receives ({@code instance}), and in the access log.
     */
    public String id() {
        return identity().id(headers);
    }

    /**
     * The place of this request in a distributed trace: the one that the client began, if it sent a valid {@code traceparent}, or a new one,
     * whose id has the digits of {@link #id()}. Every call returns the same trace; the first call is made before the exchange ends.
     */
    public Trace trace() {
        return identity().trace(headers);
    }

    /**
     * The nonce of the page that answers this request (CSP 3 §8.1), 144 random bits as text: a browser runs the scripts in the page, and applies
     * the style sheets, whose attribute {@code nonce} has it. The framework adds it to the policy of this response, which no cache keeps then.
     * Every call returns the same nonce; the first call is made before the head of the response is sent, so not in a {@code Response.write}.
     *
     * <pre>{@code
     * @param io.jetalyst.http.Request request
     * <script nonce="${request.nonce()}">…</script>
     * }</pre>
     */
    public String nonce() {
        return identity().nonce();
    }

    /** Whether {@link #nonce} was called. */
    public boolean hasNonce() {
        RequestIdentity known = identity;
        return known != null && known.hasNonce();
    }

    private RequestIdentity identity() {
        RequestIdentity known = identity;
        return known == null ? newIdentity() : known;
    }

    private synchronized RequestIdentity newIdentity() {
        RequestIdentity known = identity;
        if (known == null) {
            known = new RequestIdentity();
            identity = known;
        }
        return known;
    }

    /** A copy that stays valid after the exchange, with the same id and trace; the listeners of a WebSocket see it. */
    public Request snapshot() {
        Request copy = copy(path, Headers.copyOf(headers)).build();
        copy.identity = identity();
        return copy;
    }

    private RequestBuilder copy(String path, Headers headers) {
        return builder(method, path)
                .basePath(basePath)
                .outside(outside)
                .scheme(scheme)
                .authority(authority)
                .query(query)
                .protocol(protocol)
                .headers(headers)
                .remoteAddress(remoteAddress)
                .clientCertificates(clientCertificates);
    }
}
