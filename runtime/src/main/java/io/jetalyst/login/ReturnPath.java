package io.jetalyst.login;

import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import java.util.Optional;

/** The page to which a browser returns after a login, for authenticators. */
public final class ReturnPath {
    private ReturnPath() {}

    /**
     * The page that a request without an identity loads. A browser cannot repeat any other request, such as that of a form, so it returns to the page that
     * has sent it.
     *
     * @return the path and the query below the base path, which a client may have chosen: check it with {@link Redirect#isLocal}; empty if
     *     {@link Redirect#referer} does not know the page
     */
    public static Optional<String> of(Request request) {
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return Optional.of(request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
        }
        return Redirect.referer(request);
    }
}
