package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a path variable of another name.
 *
 * <p>It is needed only where the two names differ: a parameter named like a variable of the path binds by itself. The types
 * are those of {@link QueryParam} with one value. If the value cannot be converted, the client receives 400 and the name of the variable.
 *
 * <pre>{@code
 * @Get("/rooms/{room-id}")
 * Room show(@PathParam("room-id") UUID id) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface PathParam {
    /** The variable's name as the path writes it. */
    String value();
}
