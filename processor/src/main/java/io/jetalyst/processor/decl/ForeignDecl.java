package io.jetalyst.processor.decl;

/**
 * An annotation of another web framework on a controller, on one of its methods or on a parameter.
 *
 * @param annotation the qualified name of its type
 */
public record ForeignDecl(String annotation, Origin origin) {}
