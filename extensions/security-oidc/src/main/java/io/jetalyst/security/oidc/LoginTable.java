package io.jetalyst.security.oidc;

import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;

/** The routes of the login. */
record LoginTable(String path, LoginRoutes invoker) implements RouteTable {
    static final int LOGIN = 0;
    static final int CALLBACK = 1;
    static final int LOGOUT = 2;

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(path + "/login", "OidcLogin.login").permitAll(),
                Route.get(path + "/callback", "OidcLogin.callback").permitAll(),
                Route.post(path + "/logout", "OidcLogin.logout").permitAll());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return invoker;
    }
}
