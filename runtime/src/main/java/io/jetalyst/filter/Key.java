package io.jetalyst.filter;

import static java.util.Objects.requireNonNull;

/**
 * A typed name for a value that a {@link Filter} puts into the {@link Context}. Two keys are equal only if they are the same object.
 *
 * <pre>{@code
 * static final Key<User> USER = Key.of("user");
 * }</pre>
 *
 * @param <T> the type of the value
 */
public final class Key<T> {
    private final String name;

    private Key(String name) {
        this.name = requireNonNull(name);
    }

    /** A new key; its name is for messages and debuggers only. */
    public static <T> Key<T> of(String name) {
        return new Key<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
