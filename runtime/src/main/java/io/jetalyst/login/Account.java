package io.jetalyst.login;

import java.util.Set;

/**
 * A user that can log in with a password. Immutable.
 *
 * @param name the name of the identity, in the spelling of the application
 * @param passwordHash the hash that a {@link PasswordHasher} has made of the password
 * @param roles the roles of the identity
 */
public record Account(String name, String passwordHash, Set<String> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** An account with these roles. */
    public static Account of(String name, String passwordHash, String... roles) {
        return new Account(name, passwordHash, Set.of(roles));
    }

    /** Without the hash, for logs. */
    @Override
    public String toString() {
        return name + " " + roles;
    }
}
