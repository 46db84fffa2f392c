package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a value of the query string.
 *
 * <p>Types: {@code String}, primitives and their boxes, {@code BigInteger} and {@code BigDecimal} (of at most 1000 digits), {@code UUID},
 * {@code URI}, {@code Locale} (a language tag), the types of {@code java.time} in their ISO form, enums (by constant name), and every type
 * with a static method {@code of}, {@code valueOf} or {@code parse} that takes a {@code String} or a {@code CharSequence} and returns the
 * type. The first of these methods counts, also on an enum, whose constants may have codes of their own.
 *
 * <p>{@code Optional} of these types is empty if the request has no value. {@code List}, {@code Set} and arrays have all values. They drop empty texts,
 * but a {@code List<Optional<T>>} has an empty element for each. Any other
 * parameter has one value: if it is missing or given twice, and if a value cannot be converted, the client receives 400 and the name of the
 * parameter. It may be missing if there is a {@link DefaultValue}.
 *
 * <pre>{@code
 * @Get("/search")
 * Hits search(@QueryParam("q") String text, @QueryParam Optional<Order> order, @QueryParam @DefaultValue("20") int limit) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface QueryParam {
    /** The name in the query string; empty for the parameter's own name. */
    String value() default "";
}
