package com.acme.app;

import io.jetalyst.login.Account;
import io.jetalyst.login.Accounts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts, in memory. */
final class Members implements Accounts {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** Returns false if the name is taken. */
    boolean add(Account account) {
        return accounts.putIfAbsent(account.name(), account) == null;
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
