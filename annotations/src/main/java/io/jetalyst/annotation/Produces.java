package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the media types of a method's result, or of the results of all methods of a controller (RFC 9110 §8.3). The response has the one that
 * the client prefers by {@code Accept}; the first one counts if it prefers none. A client that accepts none of them receives 406, before the
 * method is called. A {@code Response} sets its {@code Content-Type} itself. On a method with {@link OnError}, the first media type counts for a client that
 * accepts none of them; the media types of a controller do not concern its methods with {@link OnError}.
 *
 * <p>Several methods may have one path and one HTTP method if their media types differ: the framework calls the one whose media type the
 * client prefers.
 *
 * <pre>{@code
 * @Get("/articles")
 * @Produces("text/html")
 * View page() { ... }
 *
 * @Get("/articles")
 * @Produces("text/csv")
 * String csv() { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Produces {
    /** Media types without wildcards, in the order in which the server prefers them. They may have parameters. */
    String[] value();
}
