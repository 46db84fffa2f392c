package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST, PUT, PATCH or DELETE method, or all of a controller, that pages of other sites may call, with the cookies of their visitor. Use it
 * for methods that need no cookie: a webhook that checks a signature, or an API with a token in a header field.
 *
 * <p>Without it the framework answers 403 before it reads the body, if {@code Sec-Fetch-Site} says {@code cross-site} or {@code same-site}, or,
 * without that field, if {@code Origin} is not the origin of the application. Origins in the setting {@code server.origins} are allowed
 * everywhere. {@link AllowOrigins} allows some origins, whose pages can read the response, too. Clients that are no browsers send neither field, and need no annotation.
 *
 * <pre>{@code
 * @Post("/webhooks/payment")
 * @AllowCrossSite
 * void paid(@HeaderParam("X-Signature") String signature, @Body byte[] event) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowCrossSite {}
