package app;

import demo.Rooms_Routes;

class Main {
    private final Rooms_Routes rooms = new Rooms_Routes();
}
