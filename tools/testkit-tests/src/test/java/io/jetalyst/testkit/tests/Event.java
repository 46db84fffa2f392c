package io.jetalyst.testkit.tests;

import io.avaje.jsonb.Json;

/** A message from the club to a client. */
@Json(typeProperty = "type")
@Json.SubType(type = Event.Joined.class, name = "joined")
@Json.SubType(type = Event.Said.class, name = "said")
public sealed interface Event {
    @Json
    record Joined(String who) implements Event {}

    @Json
    record Said(String who, String text) implements Event {}
}
