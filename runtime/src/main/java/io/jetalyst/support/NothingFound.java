package io.jetalyst.support;

import io.jetalyst.http.HttpProblem;

/**
 * A path variable for which a converter found no value: 404. If the method is a WebSocket endpoint and the request is no handshake, the page
 * of the path answers instead.
 */
public final class NothingFound extends HttpProblem {
    private static final long serialVersionUID = 1;

    NothingFound() {
        super(HttpProblem.notFound("There is nothing here."));
    }
}
