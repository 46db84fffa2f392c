package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path that all methods of a {@link Controller} share; the path of each method is appended to it.
 *
 * <p>A path begins with {@code /} and does not end with one (but for {@code "/"} itself). A segment is a literal, a variable
 * {@code {name}} that takes exactly one non-empty segment, or, as the last one, a tail {@code {*name}} that takes the rest of
 * the path, slashes included, and may be empty. Where several paths match a request, a literal is preferred to a variable and
 * a variable to a tail, segment by segment from the left. Case counts, and so does a trailing slash.
 *
 * <pre>{@code
 * @Controller
 * @Path("/shelves/{shelf}")
 * final class BookController {
 *     @Get("/books/{id}")                 // GET /shelves/{shelf}/books/{id}
 *     Book book(String shelf, long id) { ... }
 *
 *     @Get("/files/{*file}")              // GET /shelves/a/files/2026/cover.png: file is "2026/cover.png"
 *     Response file(String shelf, String file) { ... }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Path {
    /** The path, beginning with {@code /}. */
    String value();
}
