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
     * Stores a new hash of the same password in place of an outdated one. {@link PasswordLogin} calls this method after a login. The login succeeds even if
     * this method throws an exception, which is logged. By default nothing is stored, so each login of the user calls it again. The sessions that the
     * user has in other browsers end, as after a change of the password.
     */
    default void rehashed(Account account, String passwordHash) {}
}
