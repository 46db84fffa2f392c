package io.jetalyst.example.chat;

import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Messages;
import java.util.UUID;

/** A message from a browser to the server. It does not name its sender: the server knows the sender by the session. */
@Messages
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
    record Say(@DefaultValue("") String text, String ref) implements ClientMessage {
        public Say {
            requireReference(ref);
        }
    }

    /**
     * A picture for all members of the room.
     *
     * @param picture the id that the upload returned
     * @param description for people who cannot see the picture
     * @param ref as of {@link Say}
     */
    record Show(UUID picture, @DefaultValue("") String description, String ref) implements ClientMessage {
        public Show {
            requireReference(ref);
        }
    }

    private static void requireReference(String ref) {
        if (!ref.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("no reference");
        }
    }

    /** Another name for the sender. */
    record Rename(@DefaultValue("") String name) implements ClientMessage {}

    /** The sender is typing. A page sends it every few seconds while that is so. */
    record Typing() implements ClientMessage {}

    /** Asks for a {@link RoomEvent.Pong}: a page cannot send the ping frames of the protocol. */
    record Ping() implements ClientMessage {}
}
