package io.jetalyst.codec;

/** Converts bytes to values of one type. Safe for use by several threads. */
@FunctionalInterface
public interface BodyReader<T> {
    /**
     * Returns the value that the bytes encode.
     *
     * @throws MalformedBodyException if they do not encode a value of the type; it lists the faults that a client receives
     */
    T read(byte[] body);
}
