package io.jetalyst.internal.router;

import io.jetalyst.http.Accept;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.internal.body.ContentType;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The media types of routes: which route takes the body of a request and sends what its client accepts. */
public final class MediaTypes {
    private static final List<String> ANY = List.of("*/*");

    private MediaTypes() {}

    /** Whether two routes of one path and method answer different requests, or the same in different media types. */
    static boolean differ(Route one, Route other) {
        return one instanceof Route.Http
                && (Collections.disjoint(consumed(one), consumed(other))
                        || !one.produces().isEmpty()
                                && !other.produces().isEmpty()
                                && Collections.disjoint(one.produces(), other.produces()));
    }

    private static List<String> consumed(Route route) {
        return route.body().mediaTypes().isEmpty() ? ANY : route.body().mediaTypes();
    }

    private static List<String> produced(Route route) {
        return route.produces().isEmpty() ? ANY : route.produces();
    }

    /**
     * The match with the best of its routes: the one that names the media type of the body most exactly, then the one whose response the
     * client prefers, then the first one. If none fits, it is the match as it is, and {@link #check} throws.
     *
     * @param body whether the request has one
     */
    public static Match.Found choose(Match.Found found, Request request, boolean body) {
        if (found.choices().isEmpty()) {
            return found;
        }
        ContentType sent = body ? ContentType.of(request.headers()) : null;
        Accept accept = Accept.of(request.headers());
        return found.choices().stream()
                .filter(choice -> takes(choice.route(), sent))
                .filter(choice -> quality(choice.route(), accept) > 0)
                .max(Comparator.<BoundRoute>comparingInt(choice -> exactness(choice.route(), sent))
                        .thenComparingDouble(choice -> quality(choice.route(), accept))
                        .thenComparing(choice -> -found.choices().indexOf(choice)))
                .map(found::choose)
                .orElse(found);
    }

    /**
     * Checks that the chosen route fits, as far as that does not depend on the route's own rule for the body.
     *
     * @throws HttpProblem 415 if none of the routes takes the media type of the body; 406 if the client accepts no media type of the response
     */
    public static void check(Match.Found found, Request request, boolean body) {
        List<Route> routes = found.choices().isEmpty()
                ? List.of(found.route().route())
                : found.choices().stream().map(BoundRoute::route).toList();
        if (routes.size() > 1 && body) {
            ContentType sent = ContentType.of(request.headers());
            routes = taking(routes, sent);
        }
        checkAccept(routes, request);
    }

    private static List<Route> taking(List<Route> routes, ContentType sent) {
        List<Route> taking = routes.stream().filter(route -> takes(route, sent)).toList();
        if (taking.isEmpty()) {
            String types = routes.stream()
                    .flatMap(route -> consumed(route).stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw HttpProblem.of(
                            Status.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be of the media type " + types.replace(", ", " or ") + ".")
                    .header("Accept", types);
        }
        return taking;
    }

    private static void checkAccept(List<Route> routes, Request request) {
        if (routes.size() == 1 && routes.get(0).produces().isEmpty()
                || request.headers().first("Accept").isEmpty()) {
            return;
        }
        Accept accept = Accept.of(request.headers());
        if (routes.stream().noneMatch(route -> quality(route, accept) > 0)) {
            throw HttpProblem.of(
                    Status.NOT_ACCEPTABLE,
                    routes.stream()
                            .flatMap(route -> produced(route).stream())
                            .distinct()
                            .collect(Collectors.joining(" or ", "The resource is available as ", ".")));
        }
    }

    /** @param sent {@code null} if the request has no body */
    private static boolean takes(Route route, @Nullable ContentType sent) {
        return sent == null
                || route.body().kind() == BodyRule.Kind.NONE
                || consumed(route).stream().anyMatch(sent::matches);
    }

    /** The weight of the media type that the client prefers; a route without media types counts less than any other that fits. */
    private static double quality(Route route, Accept accept) {
        return route.produces().isEmpty()
                ? 0.0001
                : route.produces().stream().mapToDouble(accept::quality).max().orElse(0);
    }

    /** How exactly the route names the media type of the body; without a body, routes that take none come first. */
    private static int exactness(Route route, @Nullable ContentType sent) {
        boolean none = route.body().kind() == BodyRule.Kind.NONE;
        if (sent == null || none) {
            return sent == null && none ? 1 : 0;
        }
        return consumed(route).stream()
                .filter(sent::matches)
                .mapToInt(pattern ->
                        pattern.equals("*/*") ? 1 : pattern.endsWith("/*") ? 2 : pattern.contains("*") ? 3 : 4)
                .max()
                .orElse(0);
    }

    /** Whether the response of the match depends on {@code Accept}, because another route would send another media type. */
    public static boolean dependsOnAccept(Match.Found found) {
        return found.choices().stream()
                        .map(choice -> choice.route().produces())
                        .distinct()
                        .count()
                > 1;
    }
}
