package io.jetalyst.example.chat;

import static java.util.Objects.requireNonNullElse;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Messages;
import java.util.regex.Pattern;

/** What a browser tells the server. Nothing in it says who speaks: the server knows. */
@Messages
@Json(typeProperty = "type")
@Json.SubType(type = ClientMessage.Say.class, name = "say")
@Json.SubType(type = ClientMessage.Rename.class, name = "rename")
@Json.SubType(type = ClientMessage.Ping.class, name = "ping")
public sealed interface ClientMessage {
    /** The sender's own reference for the message; an answer to it carries it. */
    default String ref() {
        return "";
    }

    /**
     * Says something to all in the room.
     *
     * @param ref what the sender calls the message, and calls no other: 1 to 64 of {@code a-z 0-9 -}
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

    /** Takes another name. */
    @Json
    record Rename(String name) implements ClientMessage {
        public Rename {
            name = requireNonNullElse(name, "");
        }
    }

    /** Asks whether the server is still there: a page cannot send the pings of the protocol. */
    @Json
    record Ping() implements ClientMessage {}
}
