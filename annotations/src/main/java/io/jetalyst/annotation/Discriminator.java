package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the member that distinguishes the kinds of a sealed type in JSON. Without it, the name is {@code type}.
 *
 * <pre>{@code
 * @Discriminator("kind")
 * sealed interface Shape {
 *     record Circle(double radius) implements Shape {} // {"kind":"circle","radius":1.0}
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Discriminator {
    /** The name of the member. */
    String value();
}
