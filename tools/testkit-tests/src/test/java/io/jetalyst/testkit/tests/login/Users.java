package io.jetalyst.testkit.tests.login;

import io.jetalyst.login.Account;
import io.jetalyst.login.Accounts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The users that have registered, in memory. */
final class Users implements Accounts {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** Returns false if the name is taken. */
    boolean add(Account account) {
        return accounts.putIfAbsent(account.name(), account) == null;
    }

    /** Gives a user another password, and returns the changed account. */
    Account change(String name, String passwordHash) {
        return accounts.computeIfPresent(name, (any, account) -> new Account(name, passwordHash, account.roles()));
    }

    /** Replaces the roles of a user. Returns false if there is no such user. */
    boolean assign(String name, String... roles) {
        return accounts.computeIfPresent(name, (any, account) -> Account.of(name, account.passwordHash(), roles))
                != null;
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public void rehashed(Account account, String passwordHash) {
        accounts.replace(account.name(), account, new Account(account.name(), passwordHash, account.roles()));
    }
}
