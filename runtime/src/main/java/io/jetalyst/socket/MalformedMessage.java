package io.jetalyst.socket;

/**
 * Text that came where JSON of a type was expected, and is none: no JSON, an unknown discriminator, a value that the type's
 * constructor refuses.
 *
 * @param text what the client sent
 * @param problem what is wrong, for logs: it may name classes of the application
 */
public record MalformedMessage(String text, String problem) {}
