package io.jetalyst.testkit.tests;

/** A message from a client to the club. */
public sealed interface Command {
    record Say(String text) implements Command {}

    record Leave(int code) implements Command {}
}
