package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Post;
import io.jetalyst.login.FormLogin;
import io.jetalyst.session.AllSessions;
import jakarta.annotation.security.PermitAll;

/** Logs users out in all their browsers. */
@Controller
final class UserController {
    private final FormLogin form;
    private final AllSessions sessions;

    UserController(FormLogin form, AllSessions sessions) {
        this.form = form;
        this.sessions = sessions;
    }

    @Post("/users/{name}/log-out")
    @PermitAll
    String logOut(String name) {
        return Integer.toString(form.logOutEverywhere(sessions, name));
    }
}
