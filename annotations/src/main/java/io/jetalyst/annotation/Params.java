package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a record whose components are parameters. Each component binds by the rules of a parameter: to the path variable of its
 * name, with {@link QueryParam}, {@link HeaderParam}, {@link CookieParam} and {@link DefaultValue}, or by its type. Several methods share such
 * a record, also in several controllers. A component may be such a record, too, but one within it may not.
 *
 * <p>The constructor of the record may reject values with an {@code IllegalArgumentException}. The client then receives 400 with the code
 * {@code invalid} for each of the parameters, together with the mistakes of all other parameters, and never the message.
 *
 * <pre>{@code
 * record Paging(@QueryParam @DefaultValue("1") int page, @QueryParam @DefaultValue("20") int size) {
 *     Paging {
 *         if (page < 1 || size < 1 || size > 100) {
 *             throw new IllegalArgumentException("page " + page + ", size " + size);
 *         }
 *     }
 * }
 *
 * @Get("/articles")
 * List<Article> list(@Params Paging paging, @QueryParam Optional<String> tag) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Params {}
