package io.jetalyst.testkit.tests;

/** A message from the club to a client. */
public sealed interface Event {
    record Joined(String who) implements Event {}

    record Said(String who, String text) implements Event {}
}
