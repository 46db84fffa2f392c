package io.jetalyst.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed type whose sub-types are the kinds of messages that a socket takes.
 *
 * <p>The compiler writes a listener beside it with one method for each kind: {@code Command_Listener} for {@code Command}. Whoever
 * implements it handles all of them. A kind that is added later does not compile until there is a method for it.
 *
 * <pre>{@code
 * @Messages
 * @Json(typeProperty = "type")
 * @Json.SubType(type = Command.Say.class, name = "say")
 * @Json.SubType(type = Command.Leave.class, name = "leave")
 * public sealed interface Command {
 *     @Json record Say(String text) implements Command {}
 *     @Json record Leave() implements Command {}
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
 * <p>The type is a sealed interface, or an abstract sealed class. Below it may be more of these; whatever is not sealed is a kind, and
 * final: a record, an enum or a final class. No two kinds have the same simple name, and none has type parameters. The listener's own
 * {@code onMessage} calls the method of the kind; it may be overridden for what all kinds have in common. A kind that was compiled
 * later than the listener is an {@code IllegalArgumentException}, which ends the session with 1011.
 *
 * <p>Where the type has the {@code @Json} of avaje-jsonb, each kind also needs its {@code @Json.SubType} there: without it no text
 * would ever be read as one, and it would be written without its fields. This is checked, too.
 */
// not @Documented: javac warns of a documented annotation where a module exports the type and does not pass this module
// on
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Messages {}
