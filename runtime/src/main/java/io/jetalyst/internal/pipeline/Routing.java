package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.internal.cors.Cors;
import io.jetalyst.internal.handshake.HandshakeCheck;
import io.jetalyst.internal.origin.CrossSiteRule;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.MediaTypes;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Sockets;
import org.jspecify.annotations.Nullable;

/** Checks a request and finds its route: a page, or a WebSocket endpoint with the page of its path. Runs on the engine's thread. */
final class Routing {
    private final Router router;
    private final Sockets sockets;
    private final OriginRule origins;
    private final CrossSiteRule crossSite;
    private final @Nullable Cors cors;
    private final @Nullable BlockingWatch watch;

    /**
     * @param cors the rules for pages of other origins; {@code null} if there are none
     * @param watch checks listeners that promise not to block; {@code null} outside of dev mode
     */
    Routing(Router router, Sockets sockets, OriginRule origins, @Nullable Cors cors, @Nullable BlockingWatch watch) {
        this.router = router;
        this.sockets = sockets;
        this.origins = origins;
        this.crossSite = new CrossSiteRule(origins);
        this.cors = cors;
        this.watch = watch;
    }

    /**
     * Finds the route of a request.
     *
     * @throws HttpProblem if the request is refused; filters run all the same
     */
    void route(RequestRun run, Exchange exchange) {
        Request request = run.request();
        HttpMethod method = RequestGate.check(exchange, request);
        Match match = router.match(request.path(), RouteKinds.of(method));
        boolean upgrade = HandshakeCheck.isUpgradeRequest(exchange);
        if (upgrade
                && !match.isSocket()
                && router.match(request.path(), RouteKinds.SOCKET) instanceof Match.Found socket) {
            match = socket;
        }
        if (match instanceof Match.Found endpoint && match.isSocket()) {
            Match page = router.match(request.path(), RouteKinds.method(HttpMethod.GET));
            run.routed(
                    method,
                    endpoint,
                    page instanceof Match.Found found ? chosen(found, request, exchange) : null,
                    upgrade ? new Handshakes(exchange, request, sockets, origins, watch, run::socketHost) : null);
        } else {
            match = match instanceof Match.Found found ? chosen(found, request, exchange) : match;
            run.routed(method, match);
            if (match instanceof Match.Found found
                    && (cors == null || !cors.opens(request, found.route().route()))) {
                crossSite.check(
                        exchange.request(), request, method, found.route().route());
            }
        }
    }

    /** The route for the media types of the request, if several have its path and method. */
    private static Match.Found chosen(Match.Found found, Request request, Exchange exchange) {
        return found.choices().isEmpty()
                ? found
                : MediaTypes.choose(found, request, !exchange.body().isEmpty());
    }
}
