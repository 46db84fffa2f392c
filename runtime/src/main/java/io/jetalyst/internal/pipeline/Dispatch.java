package io.jetalyst.internal.pipeline;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.handshake.HandshakeProblems;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.Set;
import java.util.stream.Collectors;

/** One request at its route: calls the controller, or says that there is none to call. */
final class Dispatch {
    private final Request request;
    private final HttpMethod method;
    private final Router router;
    private final Handshakes handshakes;
    private final Match match;
    private final RequestContext context;

    private Dispatch(Request request, HttpMethod method, Router router, Handshakes handshakes, Match match) {
        this.request = request;
        this.method = method;
        this.router = router;
        this.handshakes = handshakes;
        this.match = match;
        this.context = new RequestContext(request, match);
    }

    static Dispatch of(Request request, HttpMethod method, Router router, Handshakes handshakes) {
        Match match = router.match(request.path(), kinds(method));
        if (handshakes.asked()
                && !toSocket(match)
                && router.match(request.path(), RouteKinds.SOCKET) instanceof Match.Found socket) {
            match = socket;
        }
        return new Dispatch(request, method, router, handshakes, match);
    }

    private static RouteKinds kinds(HttpMethod method) {
        return switch (method) {
            case GET, HEAD -> RouteKinds.SOCKET_OR_GET;
            case CONNECT -> RouteKinds.SOCKET;
            default -> RouteKinds.method(method);
        };
    }

    private static boolean toSocket(Match match) {
        return match instanceof Match.Found found && found.route().route() instanceof Route.Socket;
    }

    RequestContext context() {
        return context;
    }

    Result answer() throws Exception {
        if (method == HttpMethod.OPTIONS && !(match instanceof Match.Found)) {
            return options();
        }
        if (match instanceof Match.Found found) {
            return found.route().route() instanceof Route.Socket socket
                    ? connect(found.route(), socket)
                    : found.route().invoker().call(found.route().index(), context);
        }
        throw unanswered(match);
    }

    /** The socket endpoint first; it says whether the page is to answer. */
    private Result connect(BoundRoute endpoint, Route.Socket socket) throws Exception {
        WebSocketHandshake handshake = handshakes.handshake(socket.options());
        boolean taken;
        try {
            taken = endpoint.invoker().connect(endpoint.index(), context, handshake);
        } catch (BindingProblem problem) {
            if (handshakes.asked()) {
                throw problem;
            }
            taken = false; // the page of this path may do without the parameter
        }
        return handshakes.seal(taken, socket) ? Response.of(Status.SWITCHING_PROTOCOLS) : page();
    }

    private Result page() throws Exception {
        if (method == HttpMethod.CONNECT) {
            // A page's 200 would tell the client that its WebSocket is open (RFC 8441 §4).
            throw HttpProblem.of(Status.FORBIDDEN, "The WebSocket was declined.");
        }
        if (router.match(request.path(), RouteKinds.method(HttpMethod.GET)) instanceof Match.Found page) {
            context.reroute(page);
            return page.route().invoker().call(page.route().index(), context);
        }
        throw HandshakeProblems.upgradeRequired(request, "This path speaks WebSocket only.");
    }

    private Result options() {
        Set<HttpMethod> allowed = request.path().equals("*")
                ? Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                : router.allowed(request.path());
        if (allowed.isEmpty()) {
            throw notFound();
        }
        return Response.of(Status.NO_CONTENT).header("Allow", list(allowed));
    }

    private static HttpProblem unanswered(Match match) {
        return match instanceof Match.NotAllowed notAllowed
                ? HttpProblem.of(Status.METHOD_NOT_ALLOWED, "This path does not answer this method.")
                        .header("Allow", list(notAllowed.allowed()))
                : notFound();
    }

    private static HttpProblem notFound() {
        return HttpProblem.notFound("There is nothing at this path.");
    }

    private static String list(Set<HttpMethod> methods) {
        return methods.stream().sorted().map(HttpMethod::name).collect(Collectors.joining(", "));
    }
}
