package io.jetalyst.internal.failure;

import io.jetalyst.filter.Context;
import io.jetalyst.security.Identity;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the identity of the client for a page of an error. Such a page is possible whatever has failed, so this does not fail. */
record ClientOfPage(Context context) implements Supplier<Optional<Identity>> {
    @Override
    public Optional<Identity> get() {
        try {
            return context.identity();
        } catch (RuntimeException | StackOverflowError unknown) {
            return Optional.empty(); // wrong credentials, a failure, or an authenticator that may block
        }
    }
}
