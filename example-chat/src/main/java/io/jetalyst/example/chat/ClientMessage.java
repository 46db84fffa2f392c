package io.jetalyst.example.chat;

import static java.util.Objects.requireNonNullElse;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Messages;
import java.util.regex.Pattern;

/** A message from a browser to the server. It does not name its sender: the server knows the sender by the session. */
@Messages
@Json(typeProperty = "type")
@Json.SubType(type = ClientMessage.Say.class, name = "say")
@Json.SubType(type = ClientMessage.Rename.class, name = "rename")
@Json.SubType(type = ClientMessage.Ping.class, name = "ping")
public sealed interface ClientMessage {
    /** The sender's reference for the message. An answer to the message repeats it. */
    default String ref() {
        return "";
    }

    /**
     * A text for all members of the room.
     *
     * @param ref a reference that the sender uses for this message only: 1 to 64 of {@code a-z 0-9 -}
     */
    @Json
    record Say(String text, String ref) implements ClientMessage {
        private static final Pattern REF = Pattern.compile("[a-z0-9-]{1,64}");

        public Say {
            text = requireNonNullElse(text, "");
            ref = requireNonNullElse(ref, "");
            if (!REF.matcher(ref).matches()) {
                throw new IllegalArgumentException("no reference");
            }
        }
    }

    /** Another name for the sender. */
    @Json
    record Rename(String name) implements ClientMessage {
        public Rename {
            name = requireNonNullElse(name, "");
        }
    }

    /** Asks for a {@link RoomEvent.Pong}: a page cannot send the ping frames of the protocol. */
    @Json
    record Ping() implements ClientMessage {}
}
