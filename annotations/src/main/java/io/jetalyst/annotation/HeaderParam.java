package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a header field (RFC 9110 §5).
 *
 * <p>Types: {@code String}, primitives and their boxes, {@code UUID}, enums (by constant name), and {@code Optional} of these.
 * A field that is missing or cannot be converted is answered with 400, naming the field. It may be missing where the type is
 * {@code Optional} or there is a {@link DefaultValue}. Several lines of a field are joined with {@code ", "} (RFC 9110 §5.3).
 *
 * <pre>{@code
 * @Get("/report")
 * Report report(@HeaderParam String userAgent, @HeaderParam("X-Request-ID") Optional<UUID> request) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface HeaderParam {
    /**
     * The name of the field; case does not matter. Empty for the parameter's own name, in which each upper-case letter begins a word:
     * {@code userAgent} is {@code User-Agent}, and {@code xRequestId} is {@code X-Request-Id}.
     */
    String value() default "";
}
