package demo;

import io.jetalyst.annotation.Messages;

@Messages
public sealed interface Command permits Command.Say, Command.Move, Leave, Command.Message, Command.Default {
    record Say(String text) implements Command {}

    sealed interface Move extends Command {
        record Left(int steps) implements Move {}

        record Right(int steps) implements Move {}

        enum Jump implements Move {
            HIGH,
            FAR {
                @Override
                public String toString() {
                    return "far";
                }
            }
        }
    }

    record Message(Command inner) implements Command {}

    record Default() implements Command {}
}
