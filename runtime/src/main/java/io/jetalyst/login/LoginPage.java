package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.filter.Context;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.Flash;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.view.Assets;
import java.util.Optional;

/**
 * The values of a page with a form for the login. The form is sent with POST to {@link #action}, and has the fields {@code name}, {@code password}
 * and, hidden, {@code target}.
 *
 * <pre>{@code
 * <form method="post" action="${page.action()}">
 *   <input type="hidden" name="target" value="${page.target()}">
 *   <input name="name" value="${page.name()}" autocomplete="username" required>
 *   <input name="password" type="password" autocomplete="current-password" required>
 *   <button>Log in</button>
 * </form>
 * }</pre>
 *
 * @param action the path of the form, with the base path of the application
 * @param target the path to which the browser is sent after the login, which the client may choose: escape it
 * @param name the name of the last attempt, which the client has chosen: escape it; empty if there was none
 * @param problem the reason why the last attempt failed: 401 for a wrong name or password, 429 for too many attempts, 503 for too many clients; its detail is in the
 *     language of the client
 * @param context the request for the page, with its flash messages and languages
 * @param assets the addresses of static files
 */
public record LoginPage(
        String action, String target, String name, Optional<HttpProblem> problem, Context context, Assets assets) {
    public LoginPage {
        requireNonNull(action);
        requireNonNull(target);
        requireNonNull(name);
        requireNonNull(problem);
        requireNonNull(context);
        requireNonNull(assets);
    }

    /** The request for the page, for typed links and the nonce of scripts. */
    public Request request() {
        return context.request();
    }

    /** The messages that an earlier response has set for this page; none if there are none. The response removes them from the browser. */
    public Flash flash() {
        return context.flash();
    }

    /** The languages of the client, for the texts of the page. */
    public AcceptLanguage languages() {
        return context.languages();
    }
}
