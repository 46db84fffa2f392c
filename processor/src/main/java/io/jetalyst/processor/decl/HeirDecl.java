package io.jetalyst.processor.decl;

/**
 * A concrete class that inherits routes and is no controller.
 *
 * @param name its simple name
 * @param base the simple name of the class or interface that declares routes
 */
public record HeirDecl(String name, String base, Origin origin) {}
