package io.jetalyst.login;

import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that counts its computations, and hides nothing. */
class CountingHasher implements PasswordHasher {
    final AtomicInteger hashed = new AtomicInteger();
    final AtomicInteger compared = new AtomicInteger();

    @Override
    public String hash(String password) {
        hashed.incrementAndGet();
        return "new:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        compared.incrementAndGet();
        int colon = hash.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("malformed");
        }
        return hash.substring(colon + 1).equals(password);
    }

    @Override
    public boolean isOutdated(String hash) {
        return hash.startsWith("old:");
    }
}
