package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers {@code POST} requests (RFC 9110 §9.3.3) on a path.
 *
 * <p>The result of the method becomes the response: nothing is 204, a {@code String} is {@code text/plain}, a {@code View} is its
 * page, a {@code Response} is sent as it is, an empty {@code Optional} is 404, any other type goes through the JSON codec;
 * a {@code CompletionStage} of one of these answers when it is done.
 *
 * <pre>{@code
 * @Post("/rooms/{id}/close")
 * Response close(UUID id) { ... return Response.seeOther("/rooms"); }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Post {
    /** The path below the controller's {@link Path}, beginning with {@code /}; empty for the controller's own path. */
    String value() default "";
}
