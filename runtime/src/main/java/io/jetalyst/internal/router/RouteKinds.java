package io.jetalyst.internal.router;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;

/** Kinds of routes, one bit each: a WebSocket endpoint, or an HTTP method. */
public record RouteKinds(int bits) {
    private static final int SOCKET_BIT = 1 << HttpMethod.values().length;

    /** A WebSocket endpoint. */
    public static final RouteKinds SOCKET = new RouteKinds(SOCKET_BIT);

    /** A WebSocket endpoint, which is preferred, or a page. */
    public static final RouteKinds SOCKET_OR_GET = new RouteKinds(SOCKET_BIT | bit(HttpMethod.GET));

    private static final RouteKinds[] METHODS = methods();

    /** A route of this method. */
    public static RouteKinds method(HttpMethod method) {
        return METHODS[method.ordinal()];
    }

    /** The kinds of routes that may answer a request of this method; a socket is opened by GET or CONNECT. */
    public static RouteKinds of(HttpMethod method) {
        return switch (method) {
            case GET, HEAD -> SOCKET_OR_GET;
            case CONNECT -> SOCKET;
            default -> method(method);
        };
    }

    static int bit(HttpMethod method) {
        return 1 << method.ordinal();
    }

    static int bit(Route route) {
        return route instanceof Route.Http http ? bit(http.method()) : SOCKET_BIT;
    }

    private static RouteKinds[] methods() {
        HttpMethod[] all = HttpMethod.values();
        RouteKinds[] kinds = new RouteKinds[all.length];
        for (HttpMethod method : all) {
            kinds[method.ordinal()] = new RouteKinds(bit(method));
        }
        return kinds;
    }
}
