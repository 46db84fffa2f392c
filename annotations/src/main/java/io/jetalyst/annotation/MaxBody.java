package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the longest body of a method, or of all methods of a controller that take one, in place of {@code server.max-body} and
 * {@code server.max-upload}. A longer body is answered with 413. A stream has no limit without it; beyond the limit {@code read} throws an
 * {@code IOException}, and a subscriber receives an error, which is answered with 413 if the method rethrows it.
 *
 * <p>In a form it counts all files, texts and headers of the parts. Texts are in memory, so those of a form with files have at most
 * {@code server.max-upload} bytes together, however large the limit is. {@link FormParam#maxBytes} limits each file.
 *
 * <pre>{@code
 * @Put("/backups/{name}")
 * @MaxBody(5_000_000_000L)
 * void store(String name, @Body InputStream backup) throws IOException { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MaxBody {
    /** The number of bytes, 1 or more. */
    long value();
}
