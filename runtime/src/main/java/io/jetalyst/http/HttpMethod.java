package io.jetalyst.http;

import java.util.Optional;

/** The request methods a route can answer, and those the framework answers itself (RFC 9110 §9, RFC 5789). */
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE,
    OPTIONS,
    /** Known, never served: it would echo credentials. */
    TRACE,
    /** Known; only as the WebSocket handshake of HTTP/2 (RFC 8441). */
    CONNECT;

    private final Optional<HttpMethod> known = Optional.of(this);

    /** The method of this token; empty for one that is not known. Tokens compare with case (RFC 9110 §9.1). */
    public static Optional<HttpMethod> of(String token) {
        return switch (token) {
            case "GET" -> GET.known;
            case "HEAD" -> HEAD.known;
            case "POST" -> POST.known;
            case "PUT" -> PUT.known;
            case "PATCH" -> PATCH.known;
            case "DELETE" -> DELETE.known;
            case "OPTIONS" -> OPTIONS.known;
            case "TRACE" -> TRACE.known;
            case "CONNECT" -> CONNECT.known;
            default -> Optional.empty();
        };
    }
}
