package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a header field (RFC 9110 §5).
 *
 * <p>The types are those of {@link QueryParam}. If the field is missing or cannot be converted, the client receives 400 and the name of
 * the field. A field may be missing if the type is {@code Optional} or the parameter has a {@link DefaultValue}. Several lines of a field are
 * joined with {@code ", "} (RFC 9110 §5.3). A {@code List}, a {@code Set} or an array has the members of a field that is a list (RFC 9110
 * §5.6.1), at most 1000.
 *
 * <pre>{@code
 * @Get("/report")
 * Report report(@HeaderParam String userAgent, @HeaderParam("X-Request-ID") Optional<UUID> request) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface HeaderParam {
    /**
     * The name of the field, which is not case-sensitive. Empty for the name of the parameter, in which each upper-case letter begins a
     * word: {@code userAgent} is {@code User-Agent}, and {@code xRequestId} is {@code X-Request-Id}.
     */
    String value() default "";
}
