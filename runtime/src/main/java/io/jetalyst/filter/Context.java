package io.jetalyst.filter;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Flash;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Languages;
import io.jetalyst.http.Request;
import io.jetalyst.route.Route;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.session.Session;
import io.jetalyst.view.PageTexts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One request on its way through filters and controller: the request, the route that matched, and the values that filters keep for later
 * filters and the controller. One thread at a time uses it.
 */
public interface Context {
    Request request();

    /**
     * The route that matched, with its traits; empty if none did, and the response is 404 or 405.
     *
     * <p>A path can have both a WebSocket endpoint and a page. For a handshake this is the endpoint's route, for any other request the
     * page's. A filter that checks a trait of the route checks the {@link #fallback} too.
     */
    Optional<Route> route();

    /** The page's route of a handshake's path, which answers if the endpoint declines the handshake; empty for any other request. */
    Optional<Route> fallback();

    /**
     * The decoded value of a path variable.
     *
     * @throws BindingProblem if its percent-encoding is not valid UTF-8
     * @throws IllegalArgumentException if the route has no such variable
     */
    String pathVariable(String name);

    /**
     * The decoded value of the path variable at this index, counted from 0 on the left; the look-up by name costs more.
     *
     * @throws BindingProblem if its percent-encoding is not valid UTF-8
     * @throws IndexOutOfBoundsException if the route has no such variable
     */
    String pathVariable(int index);

    /**
     * The body, as the route takes it. The framework reads it after the filters have passed the request on, so that a filter can refuse the
     * request before the client sends its body.
     *
     * @throws IllegalStateException before that
     */
    ReceivedBody body();

    /**
     * The messages that an earlier response has set for this page; {@link Flash#isEmpty empty} if there are none. Every call returns the same messages. The
     * response then removes them from the browser, and no cache keeps it. If nothing calls this method, the messages stay for a later page.
     */
    Flash flash();

    /**
     * The session of the browser that sent this request. Nothing is looked up before a method of the session is called, and nothing is created before
     * something is stored. Every call returns the same object.
     *
     * @throws IllegalStateException if the application has no extension that stores sessions; or if the sessions are in files or in a database, and
     *     neither the route nor a filter may block
     */
    Session session();

    /**
     * The identity of the client; empty if the request has no credentials. The first call asks the authenticators of the application, and later
     * ones return the same. A method that needs the identity takes it as a parameter.
     *
     * @throws CredentialsProblem if the request has credentials that are wrong, which becomes the response 401
     * @throws HttpProblem if an authenticator refuses the request for another reason
     * @throws IllegalStateException if an authenticator may block, and neither the route nor a filter may
     */
    default Optional<Identity> identity() {
        return Optional.empty();
    }

    /**
     * The languages that the client prefers, for the texts of the application: the one that the {@link Languages} of the application have chosen for this
     * request, or else those of {@code Accept-Language}. The texts of the framework follow the same ones.
     *
     * <pre>{@code
     * Locale locale = context.languages().best(List.of(Locale.ENGLISH, Locale.GERMAN)).orElse(Locale.ENGLISH);
     * }</pre>
     */
    default AcceptLanguage languages() {
        return AcceptLanguage.of(request().headers());
    }

    /**
     * Returns the mistakes with messages in the language of the client, as problem documents have them. Messages of constraints, and of the
     * application, stay the same.
     */
    default List<InputError> translate(List<InputError> errors) {
        return errors;
    }

    /**
     * Returns a problem for a page: its detail, and its mistakes, are in the language of the client. Messages of constraints, and of the
     * application, stay the same.
     */
    default HttpProblem translate(HttpProblem problem) {
        return problem;
    }

    /** The texts of the framework's own pages in the language of the client. */
    default PageTexts pageTexts() {
        return PageTexts.ENGLISH;
    }

    /**
     * A future of the stage's value, for a thread that waits for it. It fails with an {@link HttpProblem} of the status 503 as soon as the time for
     * the response has passed, which the setting {@code server.answer-timeout} limits, so the thread does not wait longer than the client.
     *
     * <pre>{@code
     * Rates rates = context.withinTimeout(bank.rates()).get();
     * }</pre>
     */
    default <T> CompletableFuture<T> withinTimeout(CompletionStage<T> stage) {
        return stage.toCompletableFuture();
    }

    /** The value that was put under this key. */
    <T> Optional<T> get(Key<T> key);

    /** Stores a value for later filters and the controller. The value stays when a WebSocket endpoint declines and the page answers. */
    <T> void put(Key<T> key, T value);
}
