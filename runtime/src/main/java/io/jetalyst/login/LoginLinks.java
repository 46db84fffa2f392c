package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.Link;
import io.jetalyst.http.Redirect;

/**
 * The links to the pages of a login, as the generated {@code X}{@code Links} are those to the routes of a controller. {@link #FORM} are those of a
 * {@link FormLogin} with its default paths.
 *
 * <pre>{@code
 * <a href="${LoginLinks.FORM.login().href(request)}">Log in</a>             // in a template
 * <form method="post" action="${LoginLinks.FORM.logout().href(request)}">
 *   <button>Log out</button>
 * </form>
 *
 * return Response.seeOther(LoginLinks.FORM.login(OrderControllerLinks.show(id)));   // and back to the order
 * }</pre>
 *
 * <p>An application that passes other paths to {@link FormLogin#paths} keeps them in a constant: {@code LoginLinks.of("/sign-in", "/sign-out")}.
 */
public final class LoginLinks {
    /** The links of a {@link FormLogin} with the paths {@code /login} and {@code /logout}. */
    public static final LoginLinks FORM = of("/login", "/logout");

    /** The parameter of the query that has the page after the login. */
    static final String TARGET = "target";

    private final Link login;
    private final Link logout;

    private LoginLinks(Link login, Link logout) {
        this.login = login;
        this.logout = logout;
    }

    /**
     * The links of a login with these paths.
     *
     * @throws IllegalArgumentException if one of them is not local ({@link Redirect#isLocal})
     */
    public static LoginLinks of(String login, String logout) {
        return new LoginLinks(Link.to(local(login)), Link.to(local(logout)));
    }

    /** Returns the same path; throws an {@link IllegalArgumentException} if it is not local. */
    static String local(String path) {
        if (!Redirect.isLocal(path)) {
            throw new IllegalArgumentException("a path begins with one /: " + path);
        }
        return path;
    }

    /** The link to the page of the login, for a GET request. The browser is sent to the first page of the application afterwards. */
    public Link login() {
        return login;
    }

    /** The link to the page of the login, for a GET request. The browser is sent to this page afterwards. */
    public Link login(Link target) {
        return login.query(TARGET, requireNonNull(target));
    }

    /** The address of a form with a button, which sends a POST request: it ends the session, and closes its sockets. */
    public Link logout() {
        return logout;
    }
}
