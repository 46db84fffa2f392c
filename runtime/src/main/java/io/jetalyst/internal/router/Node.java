package io.jetalyst.internal.router;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path: the routes that end here, and the ways on. */
final class Node {
    final SegmentMap literals = new SegmentMap();

    @Nullable
    Node variable;

    @Nullable
    Node tail;

    private final List<BoundRoute> routes = new ArrayList<>(2);
    private int kinds;

    /** The routes' kinds, as bits of {@link RouteKinds}. */
    int kinds() {
        return kinds;
    }

    /** The route that answers; a socket before a page where both are wanted. */
    BoundRoute route(RouteKinds wanted) {
        BoundRoute found = null;
        for (BoundRoute candidate : routes) {
            boolean socket = candidate.route() instanceof Route.Socket;
            if ((RouteKinds.bit(candidate.route()) & wanted.bits()) != 0 && (found == null || socket)) {
                found = candidate;
            }
        }
        if (found == null) {
            throw new IllegalStateException("asked for a kind of route that is not here");
        }
        return found;
    }

    /** Adds a route, or returns the one that has its place already. */
    @Nullable
    BoundRoute add(BoundRoute route) {
        int bit = RouteKinds.bit(route.route());
        if ((kinds & bit) != 0) {
            return route(new RouteKinds(bit));
        }
        routes.add(route);
        kinds |= bit;
        return null;
    }

    Node variable() {
        if (variable == null) {
            variable = new Node();
        }
        return variable;
    }

    Node tail() {
        if (tail == null) {
            tail = new Node();
        }
        return tail;
    }

    static boolean has(int kinds, HttpMethod method) {
        return (kinds & RouteKinds.bit(method)) != 0;
    }
}
