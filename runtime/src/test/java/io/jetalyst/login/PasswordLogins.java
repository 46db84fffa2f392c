package io.jetalyst.login;

import io.jetalyst.http.Request;
import io.jetalyst.security.Identity;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Logins of three users, with a clock that a test can move. */
abstract class PasswordLogins {
    final CountingHasher hasher = new CountingHasher();
    final Map<String, Account> users = new HashMap<>(Map.of(
            "ann", Account.of("Ann", "new:secret", "admin"),
            "old", Account.of("old", "old:secret"),
            "broken", Account.of("broken", "")));
    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // an overflow of the clock is no reason to reject
    final PasswordLogin logins = PasswordLogin.of(accounts(), hasher, nanos::get);

    private Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String name) {
                return Optional.ofNullable(users.get(name));
            }

            @Override
            public void rehashed(Account account, String passwordHash) {
                users.put(account.name(), new Account(account.name(), passwordHash, account.roles()));
            }
        };
    }

    static Request from(String address) {
        return Request.builder("POST", "/login")
                .remoteAddress(new InetSocketAddress(address, 4711))
                .build();
    }

    final Identity login(String name, String password) {
        return logins.login(from("192.0.2.1"), name, password);
    }
}
