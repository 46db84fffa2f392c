package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.login.Account;
import io.jetalyst.login.AddressAttempts;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.security.Identity;
import io.jetalyst.session.Session;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

@Controller
final class RegistrationController {
    /** Ten users of an address at once, and then ten in an hour. */
    private final AddressAttempts registrations = new AddressAttempts(10, Duration.ofMinutes(6));

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
            Session session,
            Request request) {
        registrations.require(request.remoteAddress(), "Too many users register from this address.");
        Account account = Account.of(name, logins.hash(password), Role.MEMBER);
        if (!users.add(account)) {
            throw HttpProblem.of(Status.CONFLICT, "This name is taken.");
        }
        form.logIn(session, account);
        return Response.seeOther("/loans");
    }

    @Post("/password")
    @RolesAllowed("**")
    Response change(
            @FormParam String current,
            @FormParam String password,
            Identity identity,
            Session session,
            Request request) {
        logins.login(request, identity.name(), current);
        form.logIn(session, users.change(identity.name(), logins.hash(password)));
        return Response.seeOther("/loans");
    }
}
