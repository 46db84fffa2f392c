package com.acme.app;

import com.acme.app.views.Templates;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Post;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.Flash;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Status;
import io.jetalyst.login.Account;
import io.jetalyst.login.AddressAttempts;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.session.Session;
import io.jetalyst.view.Assets;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** The registration of members. */
@Controller
@PermitAll
final class AccountController {
    record Registration(
            @FormParam @Pattern(regexp = "[a-z0-9]{1,40}", message = "must have small letters and digits only")
            String name,

            @FormParam @Size(min = 8, max = 200) String password) {}

    /** Ten members of an address at once, and then ten in an hour. */
    private final AddressAttempts attempts = new AddressAttempts(10, Duration.ofMinutes(6));

    private final Members members;
    private final PasswordLogin logins;
    private final FormLogin login;
    private final Templates templates;
    private final Assets assets;

    AccountController(Members members, PasswordLogin logins, FormLogin login, Templates templates, Assets assets) {
        this.members = members;
        this.logins = logins;
        this.login = login;
        this.templates = templates;
        this.assets = assets;
    }

    @Get("/register")
    JteModel form(@Params Ui ui) {
        return templates.register(assets, ui, Submitted.blank());
    }

    @Post("/register")
    Reply<JteModel> register(@Params Submitted<Registration> form, @Params Ui ui, Session session) {
        if (!form.isValid()) {
            return Reply.of(Status.UNPROCESSABLE_CONTENT, templates.register(assets, ui, form));
        }
        attempts.require(ui.request().remoteAddress(), "Too many members register from this address.");
        Account account =
                Account.of(form.value().name(), logins.hash(form.value().password()), Role.MEMBER);
        if (!members.add(account)) {
            return Reply.of(
                    Status.UNPROCESSABLE_CONTENT, templates.register(assets, ui, form.reject("name", "is taken")));
        }
        login.logIn(session, account);
        return Reply.seeOther(EventControllerLinks.list(), Flash.of("Welcome, " + account.name() + "."));
    }
}
