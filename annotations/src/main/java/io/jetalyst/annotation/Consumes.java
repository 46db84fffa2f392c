package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the media types of the body that a method takes, or of the bodies of all methods of a controller that take one. A body of another
 * media type is answered with 415, before a byte is read; the {@code Accept} field of the response lists those that the path takes (RFC 9110
 * §15.5.16). Without it, a record is read from {@code application/json} and {@code application/*+json}, and {@code @Body String},
 * {@code byte[]} and streams take any media type.
 *
 * <p>Several methods may have one path and one HTTP method if their media types differ: the framework calls the one that takes the media type
 * of the request.
 *
 * <pre>{@code
 * @Post("/articles")
 * @Consumes("text/csv")
 * int upload(@Body String rows) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Consumes {
    /** Media types without parameters. A subtype may be {@code *} or begin with {@code *+}; {@code *}{@code /*} is any media type. */
    String[] value();
}
