package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.login.FormLogin;
import io.jetalyst.session.AllSessions;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** Makes users administrators, and logs users out in all their browsers. */
@Controller
final class UserController {
    private final Users users;
    private final FormLogin form;
    private final AllSessions sessions;

    UserController(Users users, FormLogin form, AllSessions sessions) {
        this.users = users;
        this.form = form;
        this.sessions = sessions;
    }

    @Post("/users/{name}/promote")
    @RolesAllowed(Role.ADMIN)
    void promote(String name) {
        if (!users.assign(name, Role.MEMBER, Role.ADMIN)) {
            throw HttpProblem.notFound("There is no user " + name + ".");
        }
        form.logOutEverywhere(sessions, name);
    }

    @Post("/users/{name}/log-out")
    @PermitAll
    String logOut(String name) {
        return Integer.toString(form.logOutEverywhere(sessions, name));
    }
}
