package io.jetalyst.filter;

import static java.util.Objects.requireNonNull;

/**
 * A typed name for something a {@link Filter} leaves in the {@link Context}. Two keys are the same only if they are one object.
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

    /** A new key; the name is for people. */
    public static <T> Key<T> of(String name) {
        return new Key<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
