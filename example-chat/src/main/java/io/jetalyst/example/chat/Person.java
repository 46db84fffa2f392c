package io.jetalyst.example.chat;

import io.avaje.jsonb.Json;

/**
 * A member of a room. Sessions of the same id and name are one member: the connection that broke and the one after it, or a tab and
 * its copy.
 *
 * @param id given by the server to one browser tab
 * @param name chosen by the member; nobody of another id has it in the room at this time
 */
@Json
public record Person(String id, String name) {}
