package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a cookie (RFC 6265bis §4.2).
 *
 * <p>The types are those of {@link QueryParam}. If the cookie is missing or cannot be converted, the client receives 400 and the name of the
 * cookie. A cookie may be missing if the type is {@code Optional} or the parameter has a {@link DefaultValue}. If a request sends several
 * cookies with the name, the first one counts; a {@code List}, a {@code Set} or an array has all of them. A cookie whose value has characters
 * that RFC 6265bis does not allow counts as missing.
 *
 * <pre>{@code
 * @Get("/welcome")
 * String welcome(@CookieParam Optional<UUID> visitor, @CookieParam("__Host-theme") @DefaultValue("LIGHT") Theme theme) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface CookieParam {
    /** The name of the cookie, which is case-sensitive; empty for the name of the parameter. */
    String value() default "";
}
