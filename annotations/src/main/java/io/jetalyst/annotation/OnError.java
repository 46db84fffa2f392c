package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that handles exceptions. In a {@link Controller} it handles those that the methods of this controller throw, or that the
 * stages they return fail with; in a class with {@link ErrorHandlers} those of all controllers and filters, 404 and 405 included.
 *
 * <p>The nearest superclass of an exception decides: a method for {@code IOException} handles a {@code FileNotFoundException}, unless
 * another method is for that. The methods of the controller come before those for all controllers. If the method itself throws, the client
 * receives 500, and the framework logs both exceptions. The framework does not log an exception that a method handles.
 *
 * <p>The method may take the exception, a {@code Request} and a {@code Context}. It returns what a route may return. {@link ResponseStatus} sets the status,
 * unless the result is a {@code Response} or a {@code Reply}, and {@link Produces} the media type. A method without {@link NonBlocking} may block.
 *
 * <pre>{@code
 * @OnError(Locked.class)
 * @ResponseStatus(409)
 * String locked(Locked locked) {
 *     return "Somebody else is editing " + locked.title() + ".";
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnError {
    /** The classes of the exceptions; one at least. */
    Class<? extends Throwable>[] value();
}
