package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a kind of a sealed type has in JSON. Without it, the name is the simple name of the class with a small first letter:
 * {@code say} for {@code Say}.
 *
 * <pre>{@code
 * sealed interface Event {
 *     @Kind("error")
 *     record Refused(String text) implements Event {} // {"type":"error","text":"..."}
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Kind {
    /** The value of the discriminator. */
    String value();
}
