package io.jetalyst.testkit;

/**
 * A server-sent event that a client received.
 *
 * @param name of the field {@code event}; {@code message} if the event has none
 * @param id the last one that the application has sent; empty if it has sent none
 * @param data the fields {@code data}, joined by line breaks
 */
public record TestEvent(String name, String id, String data) {}
