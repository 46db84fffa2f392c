package io.jetalyst.internal.cors;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of all routes for pages of other origins. Safe for all threads. */
public final class Cors {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.cors");
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String PREFLIGHT_VARY =
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network";

    private final Router router;
    private final @Nullable CorsFields common;
    /** The fields of routes with a rule of their own; a route is compared by identity. */
    private final Map<Route, CorsFields> own = new HashMap<>();

    private final boolean development;
    private final RepeatedLine denied = new RepeatedLine();

    private Cors(Router router, @Nullable CorsRule common, boolean development) {
        this.router = router;
        this.common = common == null ? null : new CorsFields(common);
        this.development = development;
        for (Route route : router.routes()) {
            route.cors().ifPresent(rule -> own.put(route, new CorsFields(rule)));
        }
    }

    /**
     * The rules; {@code null} if there are none, and nothing is to be logged.
     *
     * @param common the rule of routes without one; {@code null} if only pages of the application itself may read their responses
     * @param development whether to log why a preflight request was denied
     */
    public static @Nullable Cors of(Router router, @Nullable CorsRule common, boolean development) {
        boolean isUsed = common != null
                || router.routes().stream().anyMatch(route -> route.cors().isPresent());
        return isUsed || development ? new Cors(router, common, development) : null;
    }

    /** Whether a browser asks for permission to send another request (Fetch, CORS-preflight request). */
    public static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header(REQUEST_METHOD).isPresent()
                && request.header("Origin").isPresent();
    }

    /**
     * The response to a preflight request, before any filter: the browser sends it without cookies.
     *
     * @return {@code null} if no route of the path has a rule
     * @throws HttpProblem 403 if the other request is not permitted
     */
    public @Nullable Response preflight(Request request) {
        Map<HttpMethod, CorsFields> rules = ofPath(request);
        String origin = origin(request);
        if (rules.isEmpty()) {
            log(request, "no route of this path has @AllowOrigins");
            return null;
        }
        List<HttpMethod> methods = METHODS.stream()
                .filter(method -> rules.containsKey(method) && rules.get(method).permits(origin))
                .toList();
        if (origin == null || methods.isEmpty()) {
            throw deny(request, "this origin is not in @AllowOrigins of this path");
        }
        String asked = request.header(REQUEST_METHOD).orElse("");
        CorsFields rule = HttpMethod.of(asked)
                .filter(methods::contains)
                .map(rules::get)
                .orElseThrow(() -> deny(request, "this path permits " + methods + " to this origin, not " + asked));
        String field = rule.forbidden(requested(request));
        if (field != null) {
            throw deny(request, "the field " + field + " is not in the headers of @AllowOrigins");
        }
        if (request.header("Access-Control-Request-Private-Network").isPresent()) {
            throw deny(request, "the page belongs to a public network, and this server to a private one");
        }
        return rule.preflight(origin, methods).header("Vary", PREFLIGHT_VARY);
    }

    private static List<String> requested(Request request) {
        return request.headers().all("Access-Control-Request-Headers").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }

    private HttpProblem deny(Request request, String reason) {
        log(request, reason);
        return HttpProblem.of(
                        Status.FORBIDDEN,
                        development
                                ? "This request of another origin is not permitted: " + LogText.of(reason) + "."
                                : "This request of another origin is not permitted.")
                .header("Vary", PREFLIGHT_VARY);
    }

    private void log(Request request, String reason) {
        if (development) {
            String line = "A page of " + LogText.of(request.header("Origin").orElse("")) + " may not send "
                    + LogText.of(request.header(REQUEST_METHOD).orElse("")) + " " + LogText.of(request.path()) + ": "
                    + LogText.of(reason) + ". See docs/security.md#cors.";
            denied.write(more -> LOG.warn("{}{}", line, more));
        }
    }

    /** Whether the rule of a route lets the page that sends this request change something. */
    public boolean opens(Request request, Route route) {
        CorsFields rule = of(route);
        return rule != null && rule.opens(origin(request), request);
    }

    /**
     * The response with the fields that let a page of the request's origin read it, if the rule permits that.
     *
     * @param route the route that matched; {@code null} if none did
     */
    public Response complete(Request request, @Nullable Route route, Response response) {
        if (isPreflight(request)) {
            return response; // has its fields already
        }
        CorsFields rule = route == null ? anyOfPath(request) : of(route);
        if (rule == null) {
            return response;
        }
        Response own = rule.withoutCookies(origin(request), request, response);
        if (development
                && own.header("Set-Cookie").isEmpty()
                && response.header("Set-Cookie").isPresent()) {
            denied.write(more -> LOG.warn(
                    "A page of {} receives no cookie from {}, because @AllowOrigins there has no credentials. See docs/security.md#cors.{}",
                    LogText.of(request.header("Origin").orElse("")),
                    LogText.of(request.path()),
                    more));
        }
        return rule.complete(origin(request), own);
    }

    private @Nullable CorsFields of(Route route) {
        return own.isEmpty() ? common : own.getOrDefault(route, common);
    }

    /** The rule for a response of no route, such as 405: one of the path that permits the origin, or else any. */
    private @Nullable CorsFields anyOfPath(Request request) {
        if (own.isEmpty()) {
            return common;
        }
        String origin = origin(request);
        CorsFields any = common;
        for (CorsFields rule : ofPath(request).values()) {
            if (rule.permits(origin)) {
                return rule;
            }
            any = rule;
        }
        return any;
    }

    /** The rules of the routes of this path, by method. */
    private Map<HttpMethod, CorsFields> ofPath(Request request) {
        Map<HttpMethod, CorsFields> rules = new EnumMap<>(HttpMethod.class);
        String path = request.path();
        if (!path.startsWith("/")) {
            return rules;
        }
        for (HttpMethod method : METHODS) {
            HttpMethod answering = method == HttpMethod.HEAD ? HttpMethod.GET : method;
            if (router.match(path, RouteKinds.method(answering)) instanceof Match.Found found) {
                CorsFields rule = of(found, origin(request));
                if (rule != null) {
                    rules.put(method, rule);
                }
            }
        }
        return rules;
    }

    /** The rule of a match; of the routes that differ in their media types, one that permits the origin. */
    private @Nullable CorsFields of(Match.Found found, @Nullable String origin) {
        for (BoundRoute choice : found.choices()) {
            CorsFields rule = of(choice.route());
            if (rule != null && rule.permits(origin)) {
                return rule;
            }
        }
        return of(found.route().route());
    }

    /** The origin; {@code null} if there is none, or several. */
    private static @Nullable String origin(Request request) {
        List<String> origins = request.headers().all("Origin");
        return origins.size() == 1 ? origins.get(0) : null;
    }
}
