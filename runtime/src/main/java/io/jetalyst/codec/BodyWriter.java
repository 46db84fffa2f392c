package io.jetalyst.codec;

/** Converts values of one type to bytes. Safe for use by several threads. */
@FunctionalInterface
public interface BodyWriter<T> {
    /** Returns the encoded value in a new array, which the caller may change. */
    byte[] write(T value);
}
