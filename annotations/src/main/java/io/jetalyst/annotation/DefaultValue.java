package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that a {@link QueryParam}, {@link HeaderParam} or {@link CookieParam} has if the request does not send one.
 *
 * <p>The runtime converts the text like a value of a request. The compiler rejects a text that cannot be converted. It does not run a
 * conversion that the application has written; a default that such a conversion rejects is answered with 500. On a component of a record,
 * it is also the value of a member that the JSON of a body or message lacks.
 *
 * <pre>{@code
 * record NewRoom(String name, @DefaultValue("20") int seats) {} // {"name":"a"} has 20 seats
 *
 * @Get("/rooms")
 * List<Room> list(@QueryParam @DefaultValue("1") int page, @QueryParam @DefaultValue({"OPEN", "FULL"}) Set<State> states) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface DefaultValue {
    /** The text, as a request would send it, but without percent-encoding; several for a {@code List}, a {@code Set} or an array. */
    String[] value();
}
