package io.jetalyst.internal.pipeline;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.body.BodyLoader;
import io.jetalyst.internal.handshake.HandshakeProblems;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.MediaTypes;
import io.jetalyst.internal.router.RouteFilters;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.ConstraintProblem;
import io.jetalyst.support.NothingFound;
import io.jetalyst.support.ParameterProblem;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the controller of a request, behind all filters; or throws the problem of a request that has none. */
final class Dispatch {
    private final Router router;
    private final Sockets sockets;
    private final BodyLoader bodies;

    Dispatch(Router router, Sockets sockets, BodyLoader bodies) {
        this.router = router;
        this.sockets = sockets;
        this.bodies = bodies;
    }

    Result answer(RequestRun run) throws Exception {
        HttpProblem refusal = run.refusal();
        if (refusal != null) {
            throw refusal;
        }
        Match.Found endpoint = run.endpoint();
        if (endpoint != null && !run.isDeclined()) {
            return connect(run, endpoint);
        }
        Match.Found found = run.found();
        if (found != null) {
            return call(run, found);
        }
        if (run.method() == HttpMethod.OPTIONS) {
            return options(run.request());
        }
        throw noRoute(run.unanswered());
    }

    /** Calls the WebSocket endpoint, and then the page if the endpoint declines. */
    private Result connect(RequestRun run, Match.Found endpoint) throws Exception {
        Route.Socket socket = (Route.Socket) endpoint.route().route();
        Handshakes handshakes = run.handshakes();
        Match.Found page = run.page();
        if (handshakes == null && page != null && !hasFilters(page, endpoint)) {
            return call(run, page); // a filter of the endpoint has not run, so its method is not called
        }
        run.reroute(endpoint);
        WebSocketHandshake handshake =
                handshakes == null ? sockets.plainRequest(run.request()) : handshakes.handshake(socket, run);
        boolean accepted;
        try {
            accepted = endpoint.route().invoker().connect(endpoint.route().index(), run, handshake);
        } catch (ParameterProblem | ConstraintProblem | NothingFound problem) {
            if (handshakes != null) {
                throw problem;
            }
            accepted = false; // the page of this path may not need the parameter
        }
        if (Handshakes.seal(handshakes, accepted, socket)) {
            return Response.of(Status.SWITCHING_PROTOCOLS);
        }
        return page(run, endpoint);
    }

    /** Whether the page has all filters of the endpoint. */
    private static boolean hasFilters(Match.Found page, Match.Found endpoint) {
        RouteFilters filters = endpoint.route().filters();
        return filters == null || filters.areAllIn(page.route().filters());
    }

    private Result page(RequestRun run, Match.Found endpoint) throws Exception {
        if (run.method() == HttpMethod.CONNECT) {
            throw declined();
        }
        Match.Found page = run.page();
        if (page == null) {
            throw HandshakeProblems.upgradeRequired(run.request(), "This resource supports WebSocket only.");
        }
        if (run.handshakes() != null && page.route().filters() != null) {
            return run.proceedToPage(endpoint, page);
        }
        run.reroute(page);
        return call(run, page);
    }

    /** Calls the method of an HTTP route if its media types fit the request. */
    private Result call(RequestRun run, Match.Found found) throws Exception {
        if (found.choices().isEmpty()) {
            MediaTypes.check(found, run.request(), false);
            return invoke(run, found);
        }
        MediaTypes.check(found, run.request(), !run.exchange().body().isEmpty());
        Result result = invoke(run, found);
        return MediaTypes.dependsOnAccept(found) ? result.map(response -> response.vary("Accept")) : result;
    }

    /** Calls the method when its body is there. */
    private Result invoke(RequestRun run, Match.Found found) throws Exception {
        BoundRoute route = found.route();
        BodyRule rule = route.route().body();
        if (rule.kind() == BodyRule.Kind.NONE) {
            return route.invoker().call(route.index(), run);
        }
        CompletableFuture<ReceivedBody> body =
                bodies.load(rule, run.request(), run.exchange()).toCompletableFuture();
        if (body.isDone()) {
            run.received(body.join());
            run.requireCurrentIdentity(false);
            return route.invoker().call(route.index(), run);
        }
        return new Deferred(body.thenCompose(received -> {
            run.received(received);
            return run.resume(() -> {
                run.requireCurrentIdentity(true);
                return route.invoker().call(route.index(), run);
            });
        }));
    }

    private Result options(Request request) {
        Set<HttpMethod> allowed = request.path().equals("*")
                ? Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                : router.allowed(request.path());
        if (allowed.isEmpty()) {
            throw notFound();
        }
        return Response.of(Status.NO_CONTENT).header("Allow", list(allowed));
    }

    private static HttpProblem noRoute(@Nullable Match match) {
        return match instanceof Match.NotAllowed notAllowed
                ? HttpProblem.of(Status.METHOD_NOT_ALLOWED, "This resource does not support this method.")
                        .header("Allow", list(notAllowed.allowed()))
                : notFound();
    }

    /** No resource of the application has this path. */
    static HttpProblem notFound() {
        return HttpProblem.notFound("No resource was found at this path.");
    }

    /** The response to a CONNECT whose endpoint declines: the 200 of a page would mean to the client that its WebSocket is open (RFC 8441 §4). */
    static HttpProblem declined() {
        return HttpProblem.of(Status.FORBIDDEN, "The WebSocket handshake was declined.");
    }

    private static String list(Set<HttpMethod> methods) {
        return methods.stream().sorted().map(HttpMethod::name).collect(Collectors.joining(", "));
    }
}
