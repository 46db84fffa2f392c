package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Link;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.session.AllSessions;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.table.RouteTable;
import io.jetalyst.view.PageTexts;
import io.jetalyst.view.View;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Name and password in a form, and the user in the session of the browser. A browser that loads a page of a route that needs an identity is redirected to the page
 * with the form, and back after the login. Needs an extension that stores sessions.
 *
 * <pre>{@code
 * App.builder().authenticator(FormLogin.of(logins, page -> JteViews.view(templates.login(page))))
 * }</pre>
 *
 * <p>It has three routes: {@code GET /login} shows the page, {@code POST /login} checks the password, and {@code POST /logout} ends the session. Pages of
 * other sites cannot send either of the last two. The login gives the session a new id, so that somebody who knows the
 * old one gets no access, and ends the session of another user in the same browser. The logout ends the session, and so closes its
 * sockets.
 *
 * <p>{@link #logIn} logs a user in without the form, and {@link Session#invalidate} logs out.
 *
 * <p>The session has the name of the user and a hash of the stored hash of the password. Each request that needs the identity finds the account
 * again, so its roles are those of today. When the account is gone or its password has changed, the session ends at its next request.
 */
public final class FormLogin implements Authenticator {
    private static final SessionKey<String> USER = SessionKey.of("jetalyst.login", String.class);

    private static final int MAX_TARGET = 2000;

    private static final BiFunction<LoginPage, PageTexts, View> PLAIN = PlainLoginPage::of;

    private final PasswordLogin logins;
    private final BiFunction<LoginPage, PageTexts, View> page;
    private final LoginLinks links;
    private final String home;

    private FormLogin(
            PasswordLogin logins, BiFunction<LoginPage, PageTexts, View> page, LoginLinks links, String home) {
        this.logins = requireNonNull(logins);
        this.page = page;
        this.links = requireNonNull(links);
        this.home = home;
    }

    /** A login with this page, and the paths {@code /login} and {@code /logout}. */
    public static FormLogin of(PasswordLogin logins, Function<LoginPage, View> page) {
        requireNonNull(page);
        return of(logins, (values, texts) -> page.apply(values));
    }

    private static FormLogin of(PasswordLogin logins, BiFunction<LoginPage, PageTexts, View> page) {
        return new FormLogin(logins, page, LoginLinks.FORM, "/");
    }

    /** A login with a plain page in the language of the client, and the paths {@code /login} and {@code /logout}. */
    public static FormLogin of(PasswordLogin logins) {
        return of(logins, PLAIN);
    }

    /**
     * The same login with other paths.
     *
     * <pre>{@code
     * static final LoginLinks LOGIN = LoginLinks.of("/sign-in", "/sign-out");   // pages use it, too
     *
     * FormLogin.of(logins).paths(LOGIN, "/orders")
     * }</pre>
     *
     * @param links the paths of the page with the form, and of the logout
     * @param home the path of the page after a login without a target, and after a logout
     * @throws IllegalArgumentException if {@code home} is not local ({@link Redirect#isLocal})
     */
    public FormLogin paths(LoginLinks links, String home) {
        return new FormLogin(logins, page, links, LoginLinks.local(home));
    }

    /** The links to the page of the login, and to the logout. */
    public LoginLinks links() {
        return links;
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        Session session = context.session();
        Optional<LoggedIn> user = session.get(USER).flatMap(LoggedIn::of);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Optional<Account> account =
                logins.account(user.get().name()).filter(found -> user.get().isOf(found));
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account.map(found -> Identity.of(found.name(), found.roles()));
    }

    /**
     * Puts a user that has sent the right password into the session.
     *
     * @throws CredentialsProblem if the account has been removed since
     */
    void remember(Session session, String name) {
        store(session, LoggedIn.of(name, logins.account(name).orElseThrow(PasswordLogin::wrong)));
    }

    /**
     * Logs a user in without the form, such as after the registration. The effect is that of the form: the session gets a new id, or ends if
     * it belongs to another user. The next request of the browser has the identity; this one keeps the identity that it had.
     * {@link Session#invalidate} logs the user out. May block, for the accounts and for the session.
     *
     * <pre>{@code
     * Account account = Account.of(name, logins.hash(password), "member");
     * users.add(account);
     * form.logIn(session, account);
     * }</pre>
     *
     * @param session the session of the request
     * @param account the account, which {@link Accounts#find} already finds by its name
     * @return the identity of the user
     * @throws IllegalArgumentException if {@link Accounts#find} finds no account by this name, or one with another hash: the next request would
     *     end the session
     * @throws IllegalStateException if the response was sent, so that no cookie can be set
     */
    public Identity logIn(Session session, Account account) {
        LoggedIn user = LoggedIn.of(account.name(), account);
        Account found = logins.account(account.name())
                .filter(user::isOf)
                .orElseThrow(
                        () -> new IllegalArgumentException("Accounts.find does not find this account by its name"));
        store(session, user);
        return Identity.of(found.name(), found.roles());
    }

    /**
     * Logs a user out in all browsers: ends the sessions, and closes their sockets with 1008. Call it after a role was taken away, the account was removed,
     * or its password has changed: an open socket keeps the identity of its handshake otherwise. May block.
     *
     * <pre>{@code
     * users.remove(name);
     * form.logOutEverywhere(sessions, name);
     * }</pre>
     *
     * @param sessions all sessions of the application, which a controller takes in its constructor
     * @param name the name of the account
     * @return the number of sessions that were ended
     */
    public int logOutEverywhere(AllSessions sessions, String name) {
        return sessions.end(
                USER,
                text -> LoggedIn.of(text)
                        .filter(user -> user.account().equals(name))
                        .isPresent());
    }

    private static void store(Session session, LoggedIn user) {
        Optional<LoggedIn> before = session.get(USER).flatMap(LoggedIn::of);
        if (before.isPresent() && !before.get().account().equals(user.account())) {
            session.invalidate(); // its values are those of another user
        } else {
            session.renewId();
        }
        session.put(USER, user.text());
    }

    @Override
    public Optional<String> challenge(Context context) {
        return Optional.of("Cookie form-action=\"" + context.request().basePath() + loginPath() + "\"");
    }

    @Override
    public Optional<Response> loginPage(Context context) {
        String target = local(target(context.request()));
        Link page = links.login();
        return Optional.of(
                Redirect.to(Status.SEE_OTHER, target.equals(home) ? page : page.query(LoginLinks.TARGET, target)));
    }

    private String target(Request request) {
        return ReturnPath.of(request)
                .filter(page -> !page.equals(loginPath()) && !page.startsWith(loginPath() + "?"))
                .orElse(home);
    }

    @Override
    public Optional<RouteTable> routes() {
        return Optional.of(new LoginTable(this));
    }

    /** A path of this application to which a browser may be sent; the home page for any other text. */
    String local(String target) {
        return target.length() <= MAX_TARGET && Redirect.isLocal(target) ? target : home;
    }

    PasswordLogin logins() {
        return logins;
    }

    /** Whether the page is that of the framework. */
    boolean hasPlainPage() {
        return page == PLAIN;
    }

    /** @param texts the texts of a page of the framework */
    View page(LoginPage values, PageTexts texts) {
        return page.apply(values, texts);
    }

    String loginPath() {
        return links.login().toString();
    }

    String logoutPath() {
        return links.logout().toString();
    }

    String home() {
        return home;
    }
}
