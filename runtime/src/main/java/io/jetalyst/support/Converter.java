package io.jetalyst.support;

import java.time.DateTimeException;

/** Converts a text of a request to a value of one type. */
@FunctionalInterface
public interface Converter<T> {
    /**
     * Returns the value that the text stands for.
     *
     * @throws InvalidText with the complaint for the client
     * @throws IllegalArgumentException or {@link DateTimeException} if the text is not valid; the client does not see their messages
     */
    T convert(String text);
}
