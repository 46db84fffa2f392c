package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts filters around a route: around a page as well as around the handshake of a {@link WebSocket} endpoint. The filters of the application
 * run first, then those of the annotation, in their order. On a controller the annotation applies to all of its routes.
 *
 * <pre>{@code
 * final class Audit implements Filter {
 *     private final AuditLog log;
 *
 *     Audit(AuditLog log) { this.log = log; }
 *
 *     public Result filter(Context context, Next next) {
 *         log.add(context.request());
 *         return next.proceed();
 *     }
 * }
 *
 * @Controller
 * @Filtered(Members.class)
 * final class InvoiceController {
 *     @Post("/invoices")
 *     @Filtered(Audit.class)
 *     Invoice create() { ... } // Members runs first, then Audit
 * }
 * }</pre>
 *
 * <p>The generated table creates each class once for the application, however many routes and controllers name it. A filter has one constructor,
 * whose parameters are injected as those of a {@link Controller}.
 *
 * <p>Another annotation can carry this one. It may have members of its own; the filter reads them from the route, without
 * {@link RouteMetadata}:
 *
 * <pre>{@code
 * @Filtered(Audit.class)
 * @Target({ElementType.METHOD, ElementType.TYPE})
 * public @interface Audited {
 *     String value() default "general";
 * }
 *
 * // in the filter
 * Optional<String> log = context.route()
 *         .flatMap(route -> route.annotation(Audited.class))
 *         .flatMap(audited -> audited.value("value"));
 * }</pre>
 *
 * <p>Filters add up. A route has those of the interfaces and super-classes of its controller, of the controller, of the methods that its
 * method overrides, and of the method, in this order. A filter that is named more than once runs once, in the first of its places; {@code @Filtered}
 * that names a filter again in the same controller is a compilation error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Filtered {
    /** The filters, the outermost first: classes that implement {@code io.jetalyst.filter.Filter}. */
    Class<?>[] value();
}
