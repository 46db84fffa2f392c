package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes another annotation readable by filters. The processor copies an annotation of a method into the route of that method. It
 * copies an annotation of a controller into all routes of that controller, except those whose method has the same annotation. A controller
 * inherits the annotations of its super-classes and interfaces, inherited routes or not, unless a nearer type has the same annotation.
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
 * left to their defaults are included. An annotation that carries {@link Filtered} is readable without this one. The annotation needs no particular retention, because nothing reads it by reflection; with
 * {@code SOURCE}, routes inherited from a class file do not have it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface RouteMetadata {}
