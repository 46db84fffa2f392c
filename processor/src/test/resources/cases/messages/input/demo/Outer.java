package demo;

import io.jetalyst.annotation.Messages;

class Outer {
    @Messages
    abstract static sealed class Event {
        static final class Begun extends Event {}

        static final class Ended extends Event {}
    }

    @Messages
    sealed interface Both {
        sealed interface One extends Both {}

        sealed interface Two extends Both {}

        @Deprecated
        record Old() implements Two {}

        record Of(int number) implements One, Two {}
    }
}
