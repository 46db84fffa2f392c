package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the status of the response to a method that returns (RFC 9110 §15). Without it the status is 200, and 204 for {@code void}. A
 * {@code Response} or a {@code Reply} has its status itself.
 *
 * <pre>{@code
 * @Post("/articles")
 * @ResponseStatus(201)
 * Article create(NewArticle article) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ResponseStatus {
    /** A status from 200 to 599. */
    int value();
}
