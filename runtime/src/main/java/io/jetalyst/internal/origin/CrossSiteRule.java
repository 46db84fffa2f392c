package io.jetalyst.internal.origin;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.route.Route;
import java.util.List;
import java.util.Set;

/**
 * Refuses requests that change something and that a page of another site sends: the browser adds the user's cookies to them (CSRF). The
 * browser says in {@code Sec-Fetch-Site} where the page belongs (Fetch Metadata Request Headers §2.4); browsers without that field, and all of
 * them over plain HTTP, send {@code Origin}. A client that sends neither is no browser.
 */
public final class CrossSiteRule {
    /** Values of pages of the same origin, and of requests that the user makes without a page. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final OriginRule origins;

    public CrossSiteRule(OriginRule origins) {
        this.origins = origins;
    }

    /**
     * Checks a request before its body is read.
     *
     * @param received the request as the engine read it
     * @param request the same request with the scheme and the authority that the client used
     * @throws HttpProblem 403 if a page of another site sends it and the route does not allow that
     */
    public void check(Request received, Request request, HttpMethod method, Route route) {
        if (isExempt(method) || route.allowsCrossSite() || isAllowed(received, request)) {
            return;
        }
        origins.log(
                "Refused a " + method + " request",
                "If any page may send it, write @AllowCrossSite at " + route.handler()
                        + ", or @AllowOrigins for one origin. ",
                request);
        throw HttpProblem.of(Status.FORBIDDEN, "Pages of other sites may not send this request.");
    }

    /** Whether the method changes nothing (RFC 9110 §9.2.1), or is CONNECT, which opens a WebSocket and has a check of its own. */
    private static boolean isExempt(HttpMethod method) {
        return switch (method) {
            case GET, HEAD, OPTIONS, TRACE, CONNECT -> true;
            case POST, PUT, PATCH, DELETE -> false;
        };
    }

    private boolean isAllowed(Request received, Request request) {
        List<String> site = request.headers().all("Sec-Fetch-Site");
        if (site.isEmpty()) {
            return origins.allows(received, request, List.of());
        }
        return site.size() == 1 && OWN.contains(site.get(0)) || origins.isListed(request);
    }
}
