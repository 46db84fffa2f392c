package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a {@link QueryParam} is when the request does not give it.
 *
 * <p>The text is converted as a value from the request would be; the compiler refuses one that cannot be.
 *
 * <pre>{@code
 * @Get("/rooms")
 * List<Room> list(@QueryParam @DefaultValue("1") int page) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface DefaultValue {
    /** The value as it would stand, decoded, in the query string. */
    String value();
}
