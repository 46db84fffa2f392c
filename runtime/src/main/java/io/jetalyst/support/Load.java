package io.jetalyst.support;

import java.util.Optional;

/** Loads the value for a converted text. Generated code calls a converter of the application with it. */
@FunctionalInterface
public interface Load<K, T> {
    /**
     * Returns the value; empty if there is none.
     *
     * @throws Exception if the converter of the application fails
     */
    Optional<T> load(K key) throws Exception;
}
