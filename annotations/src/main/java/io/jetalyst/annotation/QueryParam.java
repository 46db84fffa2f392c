package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a value of the query string.
 *
 * <p>Types: {@code String}, primitives and their boxes, {@code UUID}, enums (by constant name), and {@code Optional} of these.
 * A value that is missing, given twice or not convertible is answered with 400, naming the parameter. It may be missing where
 * the type is {@code Optional} or there is a {@link DefaultValue}.
 *
 * <pre>{@code
 * @Get("/search")
 * Hits search(@QueryParam("q") String text, @QueryParam Optional<Order> order, @QueryParam @DefaultValue("20") int limit) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface QueryParam {
    /** The name in the query string; empty for the parameter's own name. */
    String value() default "";
}
