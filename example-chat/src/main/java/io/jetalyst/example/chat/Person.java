package io.jetalyst.example.chat;

import io.avaje.jsonb.Json;

/**
 * A member of a room as the others see it.
 *
 * @param id given by the server; no other member has it
 * @param name chosen by the member; no other member of the room has it at this time
 */
@Json
public record Person(String id, String name) {}
