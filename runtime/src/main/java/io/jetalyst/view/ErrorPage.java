package io.jetalyst.view;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import java.util.Optional;

/**
 * The error that a page shows, and the files that it can name. Links take the {@code request}: {@code Link.to("/").href(error.request())}.
 *
 * @param problem its status, its detail and its header fields
 * @param request the request that failed
 * @param id the name under which the exception was logged; empty if none was
 * @param assets the addresses of static files, such as {@code error.assets().url("site.css")}
 */
public record ErrorPage(HttpProblem problem, Request request, Optional<String> id, Assets assets) {
    public ErrorPage {
        requireNonNull(problem);
        requireNonNull(request);
        requireNonNull(id);
        requireNonNull(assets);
    }
}
