package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.login.Account;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.session.Session;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;

@Controller
final class RegistrationController {
    private final Users users;
    private final PasswordLogin logins;
    private final FormLogin form;

    RegistrationController(Users users, PasswordLogin logins, FormLogin form) {
        this.users = users;
        this.logins = logins;
        this.form = form;
    }

    @Post("/register")
    @PermitAll
    Response register(
            @FormParam @Pattern(regexp = "[a-z0-9]{1,40}", message = "must have small letters and digits only")
                    String name,
            @FormParam String password,
            Session session) {
        Account account = Account.of(name, logins.hash(password), Role.MEMBER);
        if (!users.add(account)) {
            throw HttpProblem.of(Status.CONFLICT, "This name is taken.");
        }
        form.logIn(session, account);
        return Response.seeOther("/loans");
    }
}
