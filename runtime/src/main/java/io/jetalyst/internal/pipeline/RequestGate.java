package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;

/** What no route ever sees: methods nobody serves, and paths that could mean two things. */
final class RequestGate {
    private RequestGate() {}

    /**
     * The method of a request that may be routed.
     *
     * @throws HttpProblem if it may not
     */
    static HttpMethod check(Exchange exchange) {
        Request request = exchange.request();
        HttpMethod method = HttpMethod.of(request.method())
                .orElseThrow(() -> HttpProblem.of(Status.NOT_IMPLEMENTED, "This method is not known here."));
        if (method == HttpMethod.CONNECT && exchange.upgradeSupport() != Exchange.UpgradeSupport.EXTENDED_CONNECT) {
            throw HttpProblem.badRequest("This server is no proxy.");
        }
        String path = request.path();
        boolean everything = path.equals("*") && method == HttpMethod.OPTIONS;
        if (!path.startsWith("/") && !everything) {
            throw HttpProblem.badRequest("The path of a request begins with a slash.");
        }
        // To some a semicolon begins a parameter, to others it is text: whoever guards a path must not read it
        // otherwise than we do.
        if (path.indexOf(';') >= 0 || path.contains("%3B") || path.contains("%3b")) {
            throw HttpProblem.badRequest("The path has a semicolon.");
        }
        return method;
    }
}
