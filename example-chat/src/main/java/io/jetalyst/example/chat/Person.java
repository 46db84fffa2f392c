package io.jetalyst.example.chat;

/**
 * A member of a room. Sessions with the same id and name are one member: a connection that broke and the next one, or a tab and its
 * copy.
 *
 * @param id identifies one browser tab
 * @param name chosen by the member; no member with another id has a name that looks like it
 */
public record Person(String id, String name) {}
