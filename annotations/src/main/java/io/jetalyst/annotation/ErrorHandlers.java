package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@link OnError} methods handle the exceptions of all controllers and filters. Its constructor takes what that of a
 * {@link Controller} may take. Two methods for the same exception are an error when the application starts, in whichever classes they are.
 *
 * <pre>{@code
 * @ErrorHandlers
 * final class Errors {
 *     @OnError(ConnectException.class)
 *     @ResponseStatus(503)
 *     String unreachable() {
 *         return "The database is not reachable.";
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ErrorHandlers {}
