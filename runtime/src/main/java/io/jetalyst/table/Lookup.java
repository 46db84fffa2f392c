package io.jetalyst.table;

/**
 * Supplies the arguments for constructors of controllers. Any container for dependency injection can implement it.
 *
 * <pre>{@code
 * App.builder().lookup(injector::getInstance)
 * }</pre>
 *
 * <p>The application calls it on one thread while it starts, and never again.
 */
@FunctionalInterface
public interface Lookup {
    /**
     * Returns the instance of a type, never null. If this method throws, the start fails with an error that names the type and keeps the
     * cause.
     */
    <T> T get(Class<T> type);
}
