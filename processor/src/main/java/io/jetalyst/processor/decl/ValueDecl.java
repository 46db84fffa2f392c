package io.jetalyst.processor.decl;

/**
 * One value given to an annotation's member.
 *
 * @param text a string as it is, anything else as Java writes it
 */
public record ValueDecl(String text, Origin origin) {}
