package io.jetalyst.internal.router;

import io.jetalyst.config.StartupException;
import io.jetalyst.http.HttpMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path in a trie of segments: a literal before a variable before a tail, from left to right, going back
 * where a preferred way leads nowhere. Immutable once built, safe for all threads. A look-up visits each node of the trie at
 * most once, whatever the path.
 */
public final class Router {
    private final Node root = new Node();
    private int mostVariables;

    private Router() {}

    /**
     * A router over these routes.
     *
     * @throws StartupException if two routes answer the same requests
     */
    public static Router of(Collection<BoundRoute> routes) {
        Router router = new Router();
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
        BoundRoute other = node.add(route);
        if (other != null) {
            throw new StartupException("Two routes answer the same requests: " + other.route() + " and " + route.route()
                    + ". Change the path of one of them.");
        }
    }

    /**
     * The most specific route of this path that is wanted.
     *
     * @param path a canonical path, beginning with {@code /}
     */
    public Match match(String path, RouteKinds wanted) {
        Search search = new Search(path, wanted.bits(), mostVariables);
        Node node = search.from(root, 1, 0);
        if (node != null) {
            return new Match.Found(node.route(wanted), search.variables());
        }
        return search.seen == 0 ? Match.NotFound.INSTANCE : new Match.NotAllowed(methods(search.seen));
    }

    /** What this path can be asked with, {@code HEAD} and {@code OPTIONS} included; empty if there is no such path. */
    public Set<HttpMethod> allowed(String path) {
        return match(path, new RouteKinds(0)) instanceof Match.NotAllowed notAllowed ? notAllowed.allowed() : Set.of();
    }

    /** A socket endpoint counts as GET: that is how a handshake, or the question for one, is sent. */
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

    /** One look-up: the variables taken on the way, and the kinds of route seen at the ends of ways. */
    private static final class Search {
        private final String path;
        private final int wanted;
        private final int[] bounds;
        private int taken;
        private int seen;

        Search(String path, int wanted, int mostVariables) {
            this.path = path;
            this.wanted = wanted;
            this.bounds = new int[2 * mostVariables];
        }

        /** The node at which a wanted route ends, going from this node with the segment that begins at {@code start}. */
        @Nullable
        Node from(Node node, int start, int variables) {
            if (start > path.length()) {
                return end(node, variables);
            }
            if (path.length() == 1 && end(node, variables) != null) {
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
                found = end(node.tail, variables + 1);
            }
            return found;
        }

        private @Nullable Node end(Node node, int variables) {
            seen |= node.kinds();
            taken = variables;
            return (node.kinds() & wanted) == 0 ? null : node;
        }

        private void take(int variable, int start, int end) {
            bounds[2 * variable] = start;
            bounds[2 * variable + 1] = end;
        }

        List<String> variables() {
            List<String> values = new ArrayList<>(taken);
            for (int i = 0; i < taken; i++) {
                values.add(path.substring(bounds[2 * i], bounds[2 * i + 1]));
            }
            return values;
        }
    }
}
