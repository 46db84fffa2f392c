package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Messages;

@Messages
public sealed interface ClientMessage {
    record Say(String text) implements ClientMessage {}

    record Leave() implements ClientMessage {}
}
