package demo;

import io.jetalyst.annotation.Messages;
import io.jetalyst.socket.WebSocketSession;

class Outer {
    @Messages
    sealed interface Command {}

    record Say(String text) implements Command {}

    private record Hidden() implements Command {}

    static Command hidden() {
        return new Hidden();
    }

    record Generic<T>(T value) implements Command {}

    non-sealed interface Open extends Command {}

    static non-sealed class OpenClass implements Command {}

    static sealed class Concrete implements Command {}

    static final class Below extends Concrete {}

    static class Other {
        record Say(int number) implements Command {}
    }

    /** The compiler reports nothing here, because there is a placeholder. */
    abstract static class Visit implements Outer_Command_Listener {
        @Override
        public void onOpen(WebSocketSession session, Open message) {}

        @Override
        public void onBelow(WebSocketSession session, Below message) {}
    }
}
