package io.jetalyst.example.chat;

/**
 * A member of a room. Sessions with the same id and name are one member: all tabs of a browser, also a connection that broke and the next
 * one.
 *
 * @param id of the {@link Account}
 * @param name chosen by the member; no member with another id has a name that looks like it
 */
public record Person(String id, String name) {}
