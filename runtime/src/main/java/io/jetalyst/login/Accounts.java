package io.jetalyst.login;

import java.util.Optional;

/**
 * The users of an application, which it implements over its database. Many threads call it at once.
 *
 * <pre>{@code
 * Accounts accounts = name -> users.find(name).map(user -> Account.of(user.name(), user.passwordHash(), "member"));
 * }</pre>
 */
@FunctionalInterface
public interface Accounts {
    /**
     * The account of the user with this name.
     *
     * @param name as the client sent it: 1 to 256 characters without control characters
     */
    Optional<Account> find(String name);

    /**
     * Keeps a new hash of the same password. It is called after a login whose hash had outdated parameters. By default nothing happens, and the next
     * login calls it again.
     */
    default void rehashed(Account account, String passwordHash) {}
}
