package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a cookie (RFC 6265bis §4.2).
 *
 * <p>Types: {@code String}, primitives and their boxes, {@code UUID}, enums (by constant name), and {@code Optional} of these.
 * A cookie that is missing or cannot be converted is answered with 400, naming the cookie. It may be missing where the type is
 * {@code Optional} or there is a {@link DefaultValue}. Of several cookies with one name the first counts. A cookie whose value has
 * characters that RFC 6265bis does not allow counts as missing.
 *
 * <pre>{@code
 * @Get("/welcome")
 * String welcome(@CookieParam Optional<UUID> visitor, @CookieParam("__Host-theme") @DefaultValue("LIGHT") Theme theme) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface CookieParam {
    /** The name of the cookie, compared with case; empty for the parameter's own name. */
    String value() default "";
}
