package io.jetalyst.table;

import static java.util.Objects.requireNonNull;

/**
 * An entry of a {@link RouteTable} for a method that handles exceptions. Its index in the list is the index that {@link Invoker#recover}
 * takes. Immutable.
 *
 * @param exception the exceptions that the method handles: this class and its subclasses
 * @param method the name of the method, for messages: {@code ArticleController.locked}
 * @param isGlobal whether it handles the exceptions of all controllers and filters, and not only those of its own controller
 * @param isNonBlocking whether the engine may run it on the thread that read the request
 */
public record ErrorHandler(
        Class<? extends Throwable> exception, String method, boolean isGlobal, boolean isNonBlocking) {
    public ErrorHandler {
        requireNonNull(exception);
        requireNonNull(method);
    }

    /** A handler for the exceptions of its own controller. */
    public static ErrorHandler of(Class<? extends Throwable> exception, String method) {
        return new ErrorHandler(exception, method, false, false);
    }

    /** The same handler for the exceptions of all controllers and filters. */
    public ErrorHandler global() {
        return new ErrorHandler(exception, method, true, isNonBlocking);
    }

    /** The same handler, marked as one that never blocks. */
    public ErrorHandler nonBlocking() {
        return new ErrorHandler(exception, method, isGlobal, true);
    }
}
