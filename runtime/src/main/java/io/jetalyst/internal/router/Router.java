package io.jetalyst.internal.router;

import io.jetalyst.config.StartupException;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path in a trie of segments. It prefers a literal to a variable and a variable to a tail, from left to right, and
 * backtracks if the preferred branch has no route. Immutable once built, safe for all threads. A search visits each node at most once. A
 * path without variables is found in a map, without a search and without an allocation.
 */
public final class Router {
    private final Node root = new Node();
    /** The nodes of all templates without variables. Such a node is the first that a search would reach. */
    private final Map<String, Node> literals = new HashMap<>();

    private final Fallback fallback;

    private final List<Route> routes = new ArrayList<>();

    private int mostVariables;

    private Router(Fallback fallback) {
        this.fallback = fallback;
    }

    /**
     * A router over these routes.
     *
     * @throws StartupException if two routes answer the same requests
     */
    public static Router of(Collection<BoundRoute> routes) {
        return of(routes, path -> null);
    }

    /**
     * A router over these routes.
     *
     * @param fallback finds the match of a path that no route for GET requests has
     * @throws StartupException if two routes answer the same requests
     */
    public static Router of(Collection<BoundRoute> routes, Fallback fallback) {
        Router router = new Router(fallback);
        routes.forEach(router::add);
        return router;
    }

    private void add(BoundRoute route) {
        Node node = root;
        for (PathTemplate.Segment segment : route.template().segments()) {
            if (segment instanceof PathTemplate.Segment.Literal literal) {
                node = node.literals.getOrAdd(literal.text());
            } else if (segment instanceof PathTemplate.Segment.Variable) {
                node = node.variable();
            } else {
                node = node.tail();
            }
        }
        mostVariables = Math.max(mostVariables, route.variables().size());
        if (route.variables().isEmpty()) {
            literals.put(route.route().path(), node);
        }
        routes.add(route.route());
        BoundRoute other = node.add(route);
        if (other != null) {
            throw new StartupException("Two routes answer the same requests: " + other.route() + " and " + route.route()
                    + ". Change the path of one of them, or their media types" + cure(other.route(), route.route())
                    + ".");
        }
    }

    /** An application that has a page for the login has one route too many. */
    private static String cure(Route one, Route other) {
        return one.handler().startsWith("FormLogin.") || other.handler().startsWith("FormLogin.")
                ? ", or pass your page to FormLogin.of(logins, page), or use paths(…)"
                : "";
    }

    /**
     * The most specific route of this path that is of one of these kinds.
     *
     * @param path a canonical path, beginning with {@code /}
     */
    public Match match(String path, RouteKinds wanted) {
        Node literal = literals.get(path);
        if (literal != null && (literal.kinds() & wanted.bits()) != 0) {
            return literal.found(wanted);
        }
        Search search = new Search(path, wanted.bits(), mostVariables);
        Node node = search.from(root, 1, 0);
        if (node != null) {
            Match.Found found = node.found(wanted);
            return found.route().variables().isEmpty()
                    ? found
                    : new Match.Found(found.route(), path, search.bounds, found.choices());
        }
        return missed(path, wanted, search.seen);
    }

    /** No route of the wanted kinds has this path. */
    private Match missed(String path, RouteKinds wanted, int seen) {
        Match.Found other = fallback.find(path);
        if (other == null) {
            return seen == 0 ? Match.NotFound.INSTANCE : new Match.NotAllowed(methods(seen));
        }
        int get = RouteKinds.bit(HttpMethod.GET);
        return (wanted.bits() & get) == 0 ? new Match.NotAllowed(methods(seen | get)) : other;
    }

    /** All routes, without the fallback. */
    public List<Route> routes() {
        return Collections.unmodifiableList(routes);
    }

    /** Finds the match of a path that no route for GET requests has, such as that of a file. Safe for all threads. */
    @FunctionalInterface
    public interface Fallback {
        Match.@Nullable Found find(String path);
    }

    /** The methods that this path supports, {@code HEAD} and {@code OPTIONS} included; empty if no route has the path. */
    public Set<HttpMethod> allowed(String path) {
        return match(path, new RouteKinds(0)) instanceof Match.NotAllowed notAllowed ? notAllowed.allowed() : Set.of();
    }

    /** A WebSocket endpoint counts as GET, the method of a handshake. */
    private static Set<HttpMethod> methods(int kinds) {
        EnumSet<HttpMethod> methods = EnumSet.of(HttpMethod.OPTIONS);
        for (HttpMethod method : HttpMethod.values()) {
            if (Node.has(kinds, method)) {
                methods.add(method);
            }
        }
        if ((kinds & RouteKinds.SOCKET_OR_GET.bits()) != 0) {
            methods.add(HttpMethod.GET);
            methods.add(HttpMethod.HEAD);
        }
        return Collections.unmodifiableSet(methods);
    }

    /** One search: the bounds of the variables matched so far, and the kinds of the routes whose path matched. */
    private static final class Search {
        private final String path;
        private final int wanted;
        private final int[] bounds;
        private int seen;

        Search(String path, int wanted, int mostVariables) {
            this.path = path;
            this.wanted = wanted;
            this.bounds = new int[2 * mostVariables];
        }

        /** The node with a wanted route below this node, for the segments from {@code start} on. */
        @Nullable
        Node from(Node node, int start, int variables) {
            if (start > path.length()) {
                return end(node);
            }
            if (path.length() == 1 && end(node) != null) {
                return node;
            }
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            Node literal = node.literals.get(path, start, end);
            Node found = literal == null ? null : from(literal, end + 1, variables);
            if (found == null && node.variable != null && end > start) {
                take(variables, start, end);
                found = from(node.variable, end + 1, variables + 1);
            }
            if (found == null && node.tail != null) {
                take(variables, start, path.length());
                found = end(node.tail);
            }
            return found;
        }

        private @Nullable Node end(Node node) {
            seen |= node.kinds();
            return (node.kinds() & wanted) == 0 ? null : node;
        }

        private void take(int variable, int start, int end) {
            bounds[2 * variable] = start;
            bounds[2 * variable + 1] = end;
        }
    }
}
