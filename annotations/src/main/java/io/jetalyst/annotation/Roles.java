package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the roles of an application. A role in {@code @RolesAllowed} that is not among them is a compilation error.
 *
 * <pre>{@code
 * // package-info.java
 * @Roles({Role.ADMIN, Role.MEMBER})
 * package shop;
 *
 * // a controller
 * @Delete("/articles/{id}")
 * @RolesAllowed(Role.ADMIN)
 * void delete(long id) { ... }
 * }</pre>
 *
 * <p>It applies to the controllers of a package and of the packages below it, or of a module. The nearest one is used: that of the package of the
 * controller, of the package above, and so on, and last that of the module. Without one of them {@code @RolesAllowed} does not compile, so no
 * controller is left unchecked. The role {@code "**"} stands for every client that has an identity, and is not declared.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.MODULE})
public @interface Roles {
    /** The names of the roles. Upper and lower case differ. */
    String[] value();
}
