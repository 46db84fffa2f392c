package io.jetalyst.internal.failure;

import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods that handle exceptions. The nearest superclass of an exception decides which one does. Immutable. */
public final class ErrorHandlers {
    public static final ErrorHandlers NONE = new ErrorHandlers(Map.of());

    private final Map<Class<?>, Bound> handlers;

    private ErrorHandlers(Map<Class<?>, Bound> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /**
     * A handler with the invoker that calls its method.
     *
     * @param index its place in the table
     */
    public record Bound(ErrorHandler handler, int index, Invoker invoker) {}

    /** The same handlers and one more, unless there is one for the same class. */
    public ErrorHandlers with(Bound more) {
        Map<Class<?>, Bound> all = new HashMap<>(handlers);
        all.putIfAbsent(more.handler().exception(), more);
        return new ErrorHandlers(all);
    }

    /** The handler of exactly this class. */
    public @Nullable Bound of(Class<?> exception) {
        return handlers.get(exception);
    }

    /** The handler whose exception class is nearest to the class of the failure. */
    public @Nullable Bound find(Throwable failure) {
        if (handlers.isEmpty()) {
            return null;
        }
        for (Class<?> type = failure.getClass(); type != Object.class; type = type.getSuperclass()) {
            Bound found = handlers.get(type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
