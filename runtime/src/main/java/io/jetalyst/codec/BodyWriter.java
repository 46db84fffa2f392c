package io.jetalyst.codec;

/** Writes values of one type. Safe for use by several threads. */
@FunctionalInterface
public interface BodyWriter<T> {
    /** The bytes of this value; a new array, the caller's. */
    byte[] write(T value);
}
