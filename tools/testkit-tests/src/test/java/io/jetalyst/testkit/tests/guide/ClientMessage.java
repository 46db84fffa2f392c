package io.jetalyst.testkit.tests.guide;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Messages;

@Messages
@Json(typeProperty = "type")
@Json.SubType(type = ClientMessage.Say.class, name = "say")
@Json.SubType(type = ClientMessage.Leave.class, name = "leave")
public sealed interface ClientMessage {
    @Json
    record Say(String text) implements ClientMessage {}

    @Json
    record Leave() implements ClientMessage {}
}
