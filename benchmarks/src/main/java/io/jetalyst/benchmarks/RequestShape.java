package io.jetalyst.benchmarks;

/** The requests that are measured, one in flight on each connection. */
enum RequestShape {
    PLAINTEXT("GET without parameters, 13 bytes of text", "/plaintext"),
    PARAMETERS("GET with a path variable and a query parameter", "/users/4711/posts?page=3&size=20");

    private final String title;
    private final String path;

    RequestShape(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    String path() {
        return path;
    }
}
