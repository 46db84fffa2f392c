package io.jetalyst.processor.decl;

/**
 * A static method of a class that makes an instance of it from a text.
 *
 * @param name {@code of}, {@code valueOf} or {@code parse}
 * @param access the code that may call it, if it may name the class
 */
public record FactoryDecl(String name, Access access, Deprecation deprecation) {}
