package io.jetalyst.table;

/**
 * Where the constructors of controllers get their parameters from; the seam for any container of dependencies.
 *
 * <pre>{@code
 * App.builder().lookup(injector::getInstance)
 * }</pre>
 *
 * <p>It is asked on one thread while the application starts, and never again.
 */
@FunctionalInterface
public interface Lookup {
    /**
     * The instance to use for this type; never null. Whatever it throws ends the start with the type's name and the cause.
     */
    <T> T get(Class<T> type);
}
