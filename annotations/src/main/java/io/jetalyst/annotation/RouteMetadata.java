package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes another annotation readable by filters. The processor copies an annotation that carries {@code @RouteMetadata} into the
 * routes that it stands on: on a method, into that route; on a controller, into all of its routes, except where the method has the
 * same annotation itself.
 *
 * <pre>{@code
 * @RouteMetadata
 * @Target({ElementType.METHOD, ElementType.TYPE})
 * public @interface Audited {
 *     String value() default "general";
 * }
 *
 * @Post("/invoices")
 * @Audited("billing")
 * Invoice create() { ... }
 *
 * // in a filter
 * Optional<String> log = context.route()
 *         .flatMap(route -> route.annotation(Audited.class))
 *         .flatMap(audited -> audited.value("value"));
 * }</pre>
 *
 * <p>A filter reads each value as text: an enum constant by its name, a class and a nested annotation by the name of the type. Members
 * left to their defaults are included. The annotation needs no particular retention, because nothing reads it by reflection; with
 * {@code SOURCE}, routes inherited from a class file do not have it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface RouteMetadata {}
