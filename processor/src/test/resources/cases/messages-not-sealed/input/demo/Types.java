package demo;

import io.jetalyst.annotation.Messages;

class Types {
    @Messages
    interface Open {}

    @Messages
    record Single(String text) {}

    @Messages
    static sealed class Concrete {
        static final class Below extends Concrete {}
    }
}
