package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to the body of a POST, PUT or PATCH request. A record or a sealed type without an annotation is the body, too; a
 * method has one body at most.
 *
 * <p>Types: {@code String} (in the charset of the {@code Content-Type}, UTF-8 by default), {@code byte[]}, and {@code InputStream} or
 * {@code Flow.Publisher<ByteBuffer>} for bodies of any length. Any other type is read from JSON. {@code Optional} of a type is empty if the
 * request has no body.
 *
 * <p>The framework reads the body before it calls the method, unless the method takes a stream. The client receives 400 with all mistakes
 * if the body is missing or malformed, 413 if it is longer than the setting {@code server.max-body} (1 MiB), and 415 if its media type is
 * not the one that the parameter needs.
 *
 * <pre>{@code
 * @Post("/articles")
 * Article create(NewArticle article) { ... }
 *
 * @Put("/notes/{id}")
 * void write(long id, @Body String text) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Body {}
