package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine read it. Its parts do not change; its {@link #headers()} are valid until the exchange ends, unless
 * it is a {@link #snapshot()}.
 */
public final class Request {
    private final String method;
    private final String scheme;
    private final String authority;
    private final String path;
    private final String query;
    private final String protocol;
    private final Headers headers;
    private final SocketAddress remoteAddress;
    private @Nullable Map<String, List<String>> queryParams;

    /**
     * For engines.
     *
     * @param method the method's token as it came
     * @param scheme {@code http} or {@code https}
     * @param authority host and, where it was given, port
     * @param path the canonical path: dot segments resolved, unreserved characters decoded, all others still escaped
     * @param query the raw query string without {@code ?}; empty if there is none
     * @param protocol such as {@code HTTP/1.1} or {@code HTTP/2.0}
     */
    public Request(
            String method,
            String scheme,
            String authority,
            String path,
            String query,
            String protocol,
            Headers headers,
            SocketAddress remoteAddress) {
        this.method = requireNonNull(method);
        this.scheme = requireNonNull(scheme);
        this.authority = requireNonNull(authority);
        this.path = requireNonNull(path);
        this.query = requireNonNull(query);
        this.protocol = requireNonNull(protocol);
        this.headers = requireNonNull(headers);
        this.remoteAddress = requireNonNull(remoteAddress);
    }

    /** The method's token; any text, for a client may send any. */
    public String method() {
        return method;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** Host and, where it was given, port. */
    public String authority() {
        return authority;
    }

    /** The canonical path that is routed on; characters that are reserved in a path are still percent-encoded. */
    public String path() {
        return path;
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

    /** The peer of the connection: the client, or a proxy before us. */
    public SocketAddress remoteAddress() {
        return remoteAddress;
    }

    /**
     * All values of this query parameter in the order they came.
     *
     * @throws BindingProblem if the query string is malformed, whichever parameter is asked for
     */
    public List<String> queryParams(String name) {
        Map<String, List<String>> parsed = queryParams;
        if (parsed == null) {
            parsed = parseQuery(name);
            queryParams = parsed;
        }
        return parsed.getOrDefault(name, List.of());
    }

    /**
     * The first value of this query parameter.
     *
     * @throws BindingProblem if the query string is malformed, whichever parameter is asked for
     */
    public Optional<String> queryParam(String name) {
        return queryParams(name).stream().findFirst();
    }

    private Map<String, List<String>> parseQuery(String asked) {
        try {
            return Query.parse(query);
        } catch (IllegalArgumentException malformed) {
            throw new BindingProblem("query", asked, "cannot be read: " + malformed.getMessage());
        }
    }

    /** A copy that stays valid after the exchange; what the listeners of a WebSocket see. */
    public Request snapshot() {
        return new Request(method, scheme, authority, path, query, protocol, Headers.copyOf(headers), remoteAddress);
    }
}
