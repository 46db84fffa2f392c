package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Get;

/** The pages on the paths of the measured sockets. */
abstract class Pages {
    @Get("/echo")
    String aboutEcho() {
        return "Says back what it is told.";
    }

    @Get("/chat")
    String aboutChat() {
        return "Says to all what one of them says.";
    }
}
