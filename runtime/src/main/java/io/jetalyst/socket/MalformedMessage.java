package io.jetalyst.socket;

/**
 * A text message that is not valid JSON of the expected type: it is not JSON, its discriminator is unknown, the constructor of the type
 * rejects a value, or a value violates a constraint of {@code jakarta.validation}.
 *
 * @param text the message as the client sent it
 * @param problem the description of the fault, for logs only: it may contain class names of the application
 */
public record MalformedMessage(String text, String problem) {}
