package io.jetalyst.internal.router;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path: the routes that end here, and the nodes of the next segment. */
final class Node {
    final SegmentMap literals = new SegmentMap();

    @Nullable
    Node variable;

    @Nullable
    Node tail;

    private final List<Match.Found> routes = new ArrayList<>(2);
    private int kinds;

    /** The kinds of the routes, as bits of {@link RouteKinds}. */
    int kinds() {
        return kinds;
    }

    /** The route of these kinds; a WebSocket endpoint is preferred to a page. The bounds of its variables are missing. */
    Match.Found found(RouteKinds wanted) {
        Match.Found found = null;
        for (Match.Found candidate : routes) {
            Route route = candidate.route().route();
            boolean socket = route instanceof Route.Socket;
            if ((RouteKinds.bit(route) & wanted.bits()) != 0 && (found == null || socket)) {
                found = candidate;
            }
        }
        if (found == null) {
            throw new IllegalStateException("this node has no route of the wanted kinds");
        }
        return found;
    }

    /** Adds a route; or returns a route here that answers the same requests, and adds nothing. */
    @Nullable
    BoundRoute add(BoundRoute route) {
        int bit = RouteKinds.bit(route.route());
        if ((kinds & bit) == 0) {
            routes.add(Match.Found.literal(route));
            kinds |= bit;
            return null;
        }
        Match.Found found = found(new RouteKinds(bit));
        List<BoundRoute> present = found.choices().isEmpty() ? List.of(found.route()) : found.choices();
        for (BoundRoute other : present) {
            if (!MediaTypes.differ(other.route(), route.route())) {
                return other;
            }
        }
        routes.set(routes.indexOf(found), found.or(route));
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
