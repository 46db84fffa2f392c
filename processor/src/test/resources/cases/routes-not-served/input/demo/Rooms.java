package demo;

import io.jetalyst.annotation.Controller;

@Controller
class Rooms extends Crud {
    /** A subclass of a controller need not be one. */
    static class Recorded extends Rooms {}
}
