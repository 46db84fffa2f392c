package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.cors.Cors;
import io.jetalyst.internal.headers.SecurityHeaders;
import io.jetalyst.route.Route;
import org.jspecify.annotations.Nullable;

/** Adds the fields by which a browser protects the application, and those that let pages of other origins read a response. */
final class BrowserFields {
    private final SecurityHeaders headers;
    private final @Nullable Cors cors;

    /** @param cors {@code null} if no route has a rule for other origins */
    BrowserFields(SecurityHeaders headers, @Nullable Cors cors) {
        this.headers = headers;
        this.cors = cors;
    }

    /**
     * The response with all fields.
     *
     * @param request as the client sent it, with its own scheme and without the base path
     * @param route the route that matched; {@code null} if none did
     */
    Response complete(Request request, @Nullable Route route, Response response) {
        return headers.complete(request, route, cors == null ? response : cors.complete(request, route, response));
    }
}
