package io.jetalyst.internal.headers;

import io.jetalyst.config.StartupException;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.route.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the security header fields to every response, unless the application has set a field of the same name. All of them are made
 * when the application starts, except the policy of a page with a nonce. Safe for all threads.
 */
public final class SecurityHeaders {
    private final Sets common;
    /** The sets of routes with a policy of their own; a route is compared by identity. */
    private final Map<Route, Sets> own = new HashMap<>();

    /** @throws StartupException if the policy of a route is malformed */
    public SecurityHeaders(HeaderOptions options, List<Route> routes) {
        this.common = Sets.of(options, options.policy());
        for (Route route : routes) {
            if (!route.contentSecurityPolicy().isEmpty()) {
                own.put(route, Sets.of(options, policy(options, route)));
            }
        }
    }

    private static ContentPolicy policy(HeaderOptions options, Route route) {
        try {
            ContentPolicy changes = ContentPolicy.parse(route.contentSecurityPolicy());
            ContentPolicy base = options.policy();
            return base == null ? changes : base.with(changes);
        } catch (IllegalArgumentException e) {
            throw new StartupException("The policy of " + route + " is malformed: " + e.getMessage(), e);
        }
    }

    /**
     * The response with all fields.
     *
     * @param request as the client sent it, with its own scheme
     * @param route the route that matched; {@code null} if none did
     */
    public Response complete(Request request, @Nullable Route route, Response response) {
        Sets sets = own.isEmpty() || route == null ? common : own.getOrDefault(route, common);
        HeaderSet fields = request.scheme().equalsIgnoreCase("https") ? sets.secure : sets.plain;
        return request.hasNonce() ? fields.complete(response, request.nonce()) : fields.complete(response);
    }

    /**
     * The same response, or a page without the fields of a version if it may have a nonce. Called before conditions are compared: a page with another nonce
     * is never the one that a client has.
     */
    public static Response withoutVersion(Request request, Response response) {
        return request.hasNonce() ? HeaderSet.unstored(response) : response;
    }

    private record Sets(HeaderSet plain, HeaderSet secure) {
        static Sets of(HeaderOptions options, @Nullable ContentPolicy policy) {
            ContentPolicy reported = policy == null || options.reportPath() == null || policy.reports()
                    ? policy
                    : policy.with(ContentPolicy.parse("report-uri " + options.reportPath()));
            return new Sets(new HeaderSet(options, reported, false), new HeaderSet(options, reported, true));
        }
    }
}
