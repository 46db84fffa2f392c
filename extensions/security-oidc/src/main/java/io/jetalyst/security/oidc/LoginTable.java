package io.jetalyst.security.oidc;

import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.session.AllSessions;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;

/** The routes of the login. */
record LoginTable(Provider provider, OidcLogin login) implements RouteTable {
    static final int LOGIN = 0;
    static final int CALLBACK = 1;
    static final int LOGOUT = 2;
    static final int BACK_CHANNEL_LOGOUT = 3;

    /** Enough for a token. */
    private static final long MAX_BODY = 16_384;

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public List<Route> routes() {
        String path = provider.options().path();
        return List.of(
                Route.get(path + "/login", "OidcLogin.login").permitAll(),
                Route.get(path + "/callback", "OidcLogin.callback").permitAll(),
                Route.post(path + "/logout", "OidcLogin.logout").permitAll(),
                Route.post(path + "/backchannel-logout", "OidcLogin.backChannelLogout")
                        .permitAll()
                        .body(BodyRule.form().atMost(MAX_BODY)));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new LoginRoutes(provider, login, bindings.get(AllSessions.class));
    }
}
