package demo;

import io.jetalyst.annotation.Messages;
import jakarta.validation.constraints.Size;

@Messages
sealed interface Command {
    record Say(@Size(max = 5) String text) implements Command {}

    record Leave() implements Command {}
}
