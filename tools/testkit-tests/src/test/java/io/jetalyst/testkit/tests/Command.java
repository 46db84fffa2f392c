package io.jetalyst.testkit.tests;

import io.avaje.jsonb.Json;

/** A message from a client to the club. */
@Json(typeProperty = "type")
@Json.SubType(type = Command.Say.class, name = "say")
@Json.SubType(type = Command.Leave.class, name = "leave")
public sealed interface Command {
    @Json
    record Say(String text) implements Command {}

    @Json
    record Leave(int code) implements Command {}
}
