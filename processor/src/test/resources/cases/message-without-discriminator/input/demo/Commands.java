package demo;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Messages;

class Commands {
    @Messages
    @Json(typeProperty = "type")
    @Json.SubType(type = Some.Say.class, name = "say")
    @Json.SubType(type = Some.Move.Left.class, name = "left")
    sealed interface Some {
        @Json
        record Say(String text) implements Some {}

        @Json
        record Leave() implements Some {}

        sealed interface Move extends Some {
            @Json
            record Left() implements Move {}

            @Json
            record Right() implements Move {}
        }
    }

    @Messages
    @Json
    @Json.SubType(type = One.Say.class)
    sealed interface One {
        record Say(String text) implements One {}

        record Leave() implements One {}
    }

    @Json
    @Messages
    sealed interface None {
        record Say(String text) implements None {}
    }

    /** Somebody else reads it, so nobody knows what that needs. */
    @Messages
    sealed interface NotJson {
        record Say(String text) implements NotJson {}
    }
}
