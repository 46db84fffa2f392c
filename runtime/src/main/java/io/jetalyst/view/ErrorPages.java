package io.jetalyst.view;

import java.util.Optional;

/**
 * The application's own pages for errors, for clients that prefer HTML; all others receive a problem document. The application binds one.
 * If a page cannot be rendered, the framework logs the reason and sends its plain page. Several threads may call it at one time.
 *
 * <pre>{@code
 * App.builder().bind(ErrorPages.class, error -> error.problem().status().code() == 404
 *         ? Optional.of(JteViews.view(templates.notFound(error.request().path())))
 *         : Optional.empty())
 * }</pre>
 */
@FunctionalInterface
public interface ErrorPages {
    /** Returns the page for an error; empty for the framework's plain page. */
    Optional<View> page(ErrorPage error);
}
