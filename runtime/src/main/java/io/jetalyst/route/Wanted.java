package io.jetalyst.route;

import io.jetalyst.http.HttpMethod;

/** Which routes of a path may answer; one bit for each kind. */
public record Wanted(int bits) {
    private static final int SOCKET_BIT = 1 << HttpMethod.values().length;

    /** A WebSocket endpoint. */
    public static final Wanted SOCKET = new Wanted(SOCKET_BIT);

    /** Either a socket endpoint, to be asked first, or a page. */
    public static final Wanted SOCKET_OR_GET = new Wanted(SOCKET_BIT | bit(HttpMethod.GET));

    private static final Wanted[] METHODS = methods();

    /** A route of this method. */
    public static Wanted method(HttpMethod method) {
        return METHODS[method.ordinal()];
    }

    static int bit(HttpMethod method) {
        return 1 << method.ordinal();
    }

    static int bit(Route route) {
        return route instanceof Route.Http http ? bit(http.method()) : SOCKET_BIT;
    }

    private static Wanted[] methods() {
        HttpMethod[] all = HttpMethod.values();
        Wanted[] wanted = new Wanted[all.length];
        for (HttpMethod method : all) {
            wanted[method.ordinal()] = new Wanted(bit(method));
        }
        return wanted;
    }
}
