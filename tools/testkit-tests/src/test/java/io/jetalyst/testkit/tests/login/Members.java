package io.jetalyst.testkit.tests.login;

import io.jetalyst.App;
import io.jetalyst.login.Account;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A library whose members log in with a form. */
final class Members {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    Members() {
        put("ann", "ann's secret", Role.ADMIN);
        put("max", "max's secret", Role.MEMBER);
    }

    void put(String name, String password, String role) {
        accounts.put(name, Account.of(name, password, role));
    }

    App app(String... args) {
        PasswordLogin logins = PasswordLogin.of(name -> Optional.ofNullable(accounts.get(name)), new PlainHasher());
        return App.builder()
                .args(args)
                .authenticator(FormLogin.of(logins))
                .mount(new LibraryController_Routes(), new StaffController_Routes(), new BookmarkController_Routes())
                .build();
    }
}
