package io.jetalyst.login;

import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.view.Assets;
import java.util.List;

/** The routes of a login with a form. */
record LoginTable(FormLogin login) implements RouteTable {
    static final int SHOW = 0;
    static final int LOG_IN = 1;

    /** Enough for a name, a password and a target whose characters are all escaped. */
    private static final long MAX_BODY = 16_384;

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(login.loginPath(), "FormLogin.show").permitAll(),
                Route.post(login.loginPath(), "FormLogin.logIn")
                        .permitAll()
                        .body(BodyRule.form().atMost(MAX_BODY)),
                Route.post(login.logoutPath(), "FormLogin.logOut").permitAll());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        bindings.requireSessions();
        return new LoginCalls(login, bindings.get(Assets.class));
    }
}
