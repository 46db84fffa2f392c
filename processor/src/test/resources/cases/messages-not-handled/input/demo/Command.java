package demo;

import io.jetalyst.annotation.Messages;

@Messages
sealed interface Command {
    record Say(String text) implements Command {}

    record Leave() implements Command {}
}
