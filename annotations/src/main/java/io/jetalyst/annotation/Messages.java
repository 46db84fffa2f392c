package io.jetalyst.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed type whose subtypes are the kinds of messages that a WebSocket endpoint accepts.
 *
 * <p>The annotation processor generates a listener interface in the same package, with one method for each kind:
 * {@code Command_Listener} for {@code Command}. A class that implements it must handle every kind. If you add a kind later, that class does
 * not compile until it has a method for it.
 *
 * <pre>{@code
 * @Messages
 * public sealed interface Command {
 *     record Say(String text) implements Command {}
 *     record Leave() implements Command {}
 * }
 *
 * final class Visit implements Command_Listener {
 *     @Override
 *     public void onSay(WebSocketSession session, Command.Say message) { ... }
 *
 *     @Override
 *     public void onLeave(WebSocketSession session, Command.Leave message) { ... }
 * }
 *
 * handshake.onMessage(Command.class, new Visit());
 * }</pre>
 *
 * <p>The type must be a sealed interface or an abstract sealed class. Its permitted subtypes may be sealed in turn; every other subtype is a
 * kind, and must be final: a record, an enum or a final class. Two kinds must not have the same simple name, and a kind must not have type
 * parameters. The method {@code onMessage} of the listener calls the method of the kind; override it for code that all kinds share. If a kind
 * was compiled later than the listener, {@code onMessage} throws an {@code IllegalArgumentException}, which closes the session with 1011.
 *
 * <p>Codecs read and write the type as JSON objects with a member {@code type}, which contains the simple name of the kind with a small first
 * letter, such as <code>{"type":"say","text":"Hello"}</code>. {@link Discriminator} and {@link Kind} change these names. Each kind must be a
 * record; otherwise no codec supports the type, unless it has the annotations of a JSON library.
 */
// not @Documented: javac warns of a documented annotation where a module exports the type and does not pass this module
// on
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Messages {}
