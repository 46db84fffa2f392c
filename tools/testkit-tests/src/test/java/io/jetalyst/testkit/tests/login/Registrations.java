package io.jetalyst.testkit.tests.login;

import io.jetalyst.App;
import io.jetalyst.login.Account;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.security.passwords.Argon2;

/** A library whose members register. */
final class Registrations {
    private Registrations() {}

    static App app(String... args) {
        Users users = new Users();
        PasswordLogin logins = PasswordLogin.of(users, new Argon2());
        FormLogin form = FormLogin.of(logins);
        App.settings(args)
                .get("library.admin-password")
                .ifPresent(password -> users.add(Account.of("admin", logins.hash(password), Role.ADMIN)));
        return App.builder()
                .args(args)
                .authenticator(form)
                .bind(Users.class, users)
                .bind(PasswordLogin.class, logins)
                .bind(FormLogin.class, form)
                .mount(
                        new RegistrationController_Routes(),
                        new LibraryController_Routes(),
                        new UserController_Routes(),
                        new BookmarkController_Routes())
                .build();
    }
}
