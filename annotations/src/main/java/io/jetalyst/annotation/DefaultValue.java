package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a {@link QueryParam}, {@link HeaderParam} or {@link CookieParam} that the request lacks.
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
    /** The decoded text that a request would have. */
    String value();
}
