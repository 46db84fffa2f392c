package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;

/** Refuses requests that no route may see: methods that no route can have, and paths with two readings. */
final class RequestGate {
    private RequestGate() {}

    /**
     * The method of a request that may be routed.
     *
     * @throws HttpProblem if the request is refused
     */
    static HttpMethod check(Exchange exchange, Request request) {
        HttpMethod method = HttpMethod.of(request.method())
                .orElseThrow(() -> HttpProblem.of(Status.NOT_IMPLEMENTED, "Unknown method."));
        if (method == HttpMethod.CONNECT && exchange.upgradeSupport() != Exchange.UpgradeSupport.EXTENDED_CONNECT) {
            throw HttpProblem.badRequest("CONNECT is not supported.");
        }
        checkPath(request.path(), method);
        return method;
    }

    private static void checkPath(String path, HttpMethod method) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            if (method == HttpMethod.OPTIONS && path.equals("*")) {
                return;
            }
            throw HttpProblem.badRequest("The path of a request begins with a slash.");
        }
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ';' || (c == '%' && isEscapedSemicolon(path, i))) {
                // Some servers read a parameter after it, others text. A proxy that guards a path must not read it
                // differently.
                throw HttpProblem.badRequest("The path contains a semicolon.");
            }
        }
    }

    private static boolean isEscapedSemicolon(String path, int percent) {
        return path.startsWith("3B", percent + 1) || path.startsWith("3b", percent + 1);
    }
}
