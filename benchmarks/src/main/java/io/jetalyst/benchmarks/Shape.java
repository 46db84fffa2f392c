package io.jetalyst.benchmarks;

/** The shapes of the load. */
enum Shape {
    /** One message of 64 bytes under way on one socket: the time of a round trip. */
    ONE_SOCKET("/echo", 1, 64, 1),
    /** One message of 64 bytes under way on each of 64 sockets. */
    PING_PONG("/echo", 64, 64, 1),
    /** Sixteen on each. */
    IN_FLIGHT_16("/echo", 64, 64, 16),
    /** One of 8 KiB on each. */
    KIB_8("/echo", 64, 8192, 1),
    /** One message at a time, from one socket to a hundred. */
    BROADCAST_100("/chat", 100, 64, 1);

    private final String path;
    private final int sockets;
    private final int size;
    private final int inFlight;

    Shape(String path, int sockets, int size, int inFlight) {
        this.path = path;
        this.sockets = sockets;
        this.size = size;
        this.inFlight = inFlight;
    }

    String path() {
        return path;
    }

    int sockets() {
        return sockets;
    }

    int size() {
        return size;
    }

    int inFlight() {
        return inFlight;
    }

    boolean broadcast() {
        return this == BROADCAST_100;
    }
}
