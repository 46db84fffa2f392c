package io.jetalyst.internal.handshake;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;

/** The problems of handshakes that are refused. */
public final class HandshakeProblems {
    private HandshakeProblems() {}

    static HttpProblem badHandshake(String detail) {
        return HttpProblem.of(Status.BAD_REQUEST, detail);
    }

    /** 426 with what to upgrade to (RFC 9110 §15.5.22, RFC 6455 §4.2.2). */
    public static HttpProblem upgradeRequired(Request request, String detail) {
        HttpProblem problem = HttpProblem.of(Status.UPGRADE_REQUIRED, detail).header("Sec-WebSocket-Version", "13");
        // HTTP/2 has neither field (RFC 9113 §8.2.2).
        return request.protocol().startsWith("HTTP/1.")
                ? problem.header("Upgrade", "websocket").header("Connection", "Upgrade")
                : problem;
    }
}
