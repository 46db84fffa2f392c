package io.jetalyst.validate;

/**
 * Checks values against the constraints that are declared on their types, such as those of {@code jakarta.validation}. The application
 * finds the one validator with {@link java.util.ServiceLoader}; {@code jetalyst-validation-avaje} has one.
 *
 * <p>The framework requests a {@link Validation} for each type of a controller when the application starts, and for each type of message
 * when a handshake attaches its listener. A type whose constraints cannot be checked therefore fails there, and not at a request.
 */
public interface Validator {
    /**
     * Returns the validation of a type. It is safe for use by several threads. If the type has no constraints, the validation accepts all
     * values.
     *
     * @param type a record, or a sealed type whose values are validated as what they are
     * @throws io.jetalyst.codec.UnsupportedTypeException if the type has constraints that this validator cannot check; the message says how
     *     to fix that
     */
    <T> Validation<T> of(Class<T> type);
}
