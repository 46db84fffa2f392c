package io.jetalyst.session;

import static java.util.Objects.requireNonNull;

/**
 * A typed name for a value in a {@link Session}. Two keys with one name mean the same value, also after a restart of the application.
 *
 * <pre>{@code
 * static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);
 * }</pre>
 *
 * <p>Texts, numbers, booleans, enums, UUIDs, and the times of {@code java.time} are stored as text. A value of any other type is stored as JSON,
 * so it is of a type that the JSON codec of the application reads and writes, such as a record. A list is a component of a record.
 *
 * @param <T> the type of the value
 */
public final class SessionKey<T> {
    private static final int MAX_LENGTH = 64;

    private final String name;
    private final Class<T> type;

    private SessionKey(String name, Class<T> type) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the name of a session key has 1 to " + MAX_LENGTH + " characters");
        }
        this.name = name;
        this.type = requireNonNull(type);
    }

    /**
     * A key for values of this class.
     *
     * @throws IllegalArgumentException if the name is empty, or has more than 64 characters
     */
    public static <T> SessionKey<T> of(String name, Class<T> type) {
        return new SessionKey<>(name, type);
    }

    public String name() {
        return name;
    }

    /** The type of the value. */
    public Class<T> type() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey<?> key && key.name.equals(name) && key.type.equals(type);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
