package io.jetalyst.view;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.security.Identity;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The error that a page shows, and the files that it can name. Links take the {@code request}: {@code Link.to("/").href(error.request())}.
 *
 * @param problem its status, its detail and its header fields
 * @param request the request that failed
 * @param id the name under which the exception was logged; empty if none was
 * @param assets the addresses of static files, such as {@code error.assets().url("site.css")}
 * @param languages those of the client, for the texts of the page
 * @param client finds the identity of the client for {@link #identity}, and never fails
 */
public record ErrorPage(
        HttpProblem problem,
        Request request,
        Optional<String> id,
        Assets assets,
        AcceptLanguage languages,
        Supplier<Optional<Identity>> client) {
    public ErrorPage {
        requireNonNull(problem);
        requireNonNull(request);
        requireNonNull(id);
        requireNonNull(assets);
        requireNonNull(languages);
        requireNonNull(client);
    }

    /**
     * The identity of the client, such as for the menu of a user. If nothing has asked for it before, this method asks the authenticators. It never fails:
     * it is empty if the client has no identity or wrong credentials, if an authenticator or the store of the sessions has failed, and if an
     * authenticator may block, but neither the route nor a filter may. A request without a route is such a case, unless a filter may block. It is also
     * empty for a request that was not answered in time, or that was refused before the filters.
     */
    public Optional<Identity> identity() {
        return client.get();
    }
}
