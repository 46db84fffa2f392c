package io.jetalyst.benchmarks;

import java.util.List;

/** A server that is measured. */
enum Contestant {
    SHIPPED("bare Jetty as shipped", BareServer.class),
    TUNED("bare Jetty, tuned", BareServer.class, "--tuned"),
    OURS("Jetalyst", OurServer.class, "--only=SocketController"),
    DISPATCHED("Jetalyst, dispatched", OurServer.class, "--only=DispatchedController"),
    FLOOR("nothing but writes", FloorServer.class),
    /** Only for {@link Crowd}. */
    CROWD("Jetalyst", OurServer.class, "--only=CrowdController");

    private final String title;
    private final Class<?> main;
    private final List<String> arguments;

    Contestant(String title, Class<?> main, String... arguments) {
        this.title = title;
        this.main = main;
        this.arguments = List.of(arguments);
    }

    String title() {
        return title;
    }

    Class<?> main() {
        return main;
    }

    /** Its endpoints, those of {@link DispatchedController} for that one. */
    String path(String endpoint) {
        return this == DISPATCHED ? "/dispatched" + endpoint : endpoint;
    }

    /** Whether it can do what the load asks for. */
    boolean takesPart(Shape shape) {
        return this != CROWD && (this != FLOOR || shape.broadcast());
    }

    /** Whether it has a path for idle sockets. */
    boolean holdsIdleSockets() {
        return this != FLOOR && this != CROWD;
    }

    List<String> arguments() {
        return arguments;
    }
}
