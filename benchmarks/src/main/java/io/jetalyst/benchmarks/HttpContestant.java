package io.jetalyst.benchmarks;

import java.util.List;

/** A server that answers requests, and the kind of its handler. */
enum HttpContestant {
    BARE_NON_BLOCKING("bare Jetty, non-blocking", BareHttpServer.class),
    OURS_NON_BLOCKING("Jetalyst, all @NonBlocking", OurServer.class, "--only=NonBlockingController"),
    OURS_MIXED("Jetalyst, @NonBlocking", OurServer.class),
    BARE_BLOCKING("bare Jetty, may block", BareHttpServer.class, "--blocking"),
    OURS("Jetalyst, may block", OurServer.class);

    private final String title;
    private final Class<?> main;
    private final List<String> arguments;

    HttpContestant(String title, Class<?> main, String... arguments) {
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

    List<String> arguments() {
        return arguments;
    }

    /** The path of a shape: handlers that may block are below a path of their own. */
    String path(String path) {
        return this == OURS ? "/blocking" + path : path;
    }

    /** The bare handler that this one is compared with. */
    HttpContestant baseline() {
        return this == BARE_BLOCKING || this == OURS ? BARE_BLOCKING : BARE_NON_BLOCKING;
    }
}
