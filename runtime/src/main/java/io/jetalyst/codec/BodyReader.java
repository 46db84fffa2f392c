package io.jetalyst.codec;

/** Reads values of one type. Safe for use by several threads. */
@FunctionalInterface
public interface BodyReader<T> {
    /**
     * The value these bytes stand for.
     *
     * @throws MalformedBodyException if they stand for none
     */
    T read(byte[] body);
}
