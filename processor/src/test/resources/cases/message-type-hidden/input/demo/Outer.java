package demo;

import io.jetalyst.annotation.Messages;

class Outer {
    @Messages
    private sealed interface Private {
        record Say(String text) implements Private {}
    }

    @Messages
    sealed interface Generic<T> {
        record Say(String text) implements Generic<String> {}
    }
}
