package io.jetalyst.support;

import org.jspecify.annotations.Nullable;

/** Converts a text of a request to a value of one type. */
@FunctionalInterface
public interface Converter<T> {
    /**
     * Returns the value that the text stands for; {@code null} if the text is not valid.
     *
     * @throws InvalidText with the complaint for the client
     * @throws Exception if the text is not valid: an {@link IllegalArgumentException}, a {@link java.time.DateTimeException}, an
     *     {@link ArithmeticException} or a checked exception. The client does not see its message. Any other exception is an error of the
     *     converter.
     */
    @Nullable
    T convert(String text) throws Exception;
}
