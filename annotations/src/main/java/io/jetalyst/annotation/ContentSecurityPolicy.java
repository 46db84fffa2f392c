package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Changes the {@code Content-Security-Policy} of the pages of a method, or of all methods of a controller (CSP 3). Its directives replace those
 * of the application's policy with the same names; all others stay. The annotation of a method replaces that of its controller. A response
 * that sets the field itself keeps it.
 *
 * <p>The compiler checks the names of the directives and the form of their sources. A script in the page needs no change of the policy: give
 * it the nonce of the request, {@code Request.nonce()}.
 *
 * <pre>{@code
 * @Get("/map")
 * @ContentSecurityPolicy("img-src 'self' https://tiles.example; frame-ancestors https://partner.example")
 * JteModel map() { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ContentSecurityPolicy {
    /** The directives, separated by semicolons. */
    String value();
}
