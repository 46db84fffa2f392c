package io.jetalyst.testkit.tests.login;

import io.jetalyst.login.PasswordHasher;

/** Hides nothing, for tests that need no time. */
final class PlainHasher implements PasswordHasher {
    @Override
    public String hash(String password) {
        return password;
    }

    @Override
    public boolean matches(String password, String hash) {
        return password.equals(hash);
    }
}
