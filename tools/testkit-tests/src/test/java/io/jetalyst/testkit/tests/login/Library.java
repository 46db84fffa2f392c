package io.jetalyst.testkit.tests.login;

import io.jetalyst.App;
import io.jetalyst.login.Account;
import io.jetalyst.login.Accounts;
import io.jetalyst.login.ApiKeys;
import io.jetalyst.login.Basic;
import io.jetalyst.login.PasswordHasher;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.security.Identity;
import java.util.Map;
import java.util.Optional;

final class Library {
    private static final Map<String, Account> USERS = Map.of(
            "ann",
            Account.of("ann", "ann's secret", Role.ADMIN),
            "max",
            Account.of("max", "max's secret", Role.MEMBER));

    private Library() {}

    static App app(String... args) {
        return app(name -> Optional.ofNullable(USERS.get(name)), new PlainHasher(), args);
    }

    static App app(Accounts accounts, PasswordHasher hasher, String... args) {
        PasswordLogin logins = PasswordLogin.of(accounts, hasher);
        ApiKeys keys = ApiKeys.inHeader("X-Api-Key", Map.of(ApiKeys.hash("key"), Identity.of("scanner", Role.MEMBER)));
        return App.builder()
                .args(args)
                .authenticator(keys)
                .authenticator(Basic.of("Library", logins))
                .mount(new LibraryController_Routes(), new StaffController_Routes())
                .build();
    }
}
