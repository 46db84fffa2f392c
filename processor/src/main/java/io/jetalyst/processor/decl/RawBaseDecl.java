package io.jetalyst.processor.decl;

/**
 * A generic class or interface with handlers that a class extends without type arguments.
 *
 * @param heir the class that extends it: the controller, or a class between the two
 * @param parameters the type parameters of the base, as in {@code <T, I>}
 * @param isInterface whether the base is an interface
 * @param origin of the heir
 */
public record RawBaseDecl(ClassRef heir, ClassRef base, String parameters, boolean isInterface, Origin origin) {}
