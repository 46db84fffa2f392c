package demo;

import io.jetalyst.annotation.Messages;

@Messages
sealed interface Command permits Command, Command.Say {
    record Say(String text) implements Command {}
}
