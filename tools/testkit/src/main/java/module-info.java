/**
 * Starts an application for a test and talks to it: a JUnit extension, and clients for HTTP, sockets and single
 * frames.
 */
module io.jetalyst.testkit {
    requires transitive io.jetalyst.runtime;
    requires transitive java.net.http;
    requires transitive org.junit.jupiter.api;

    exports io.jetalyst.testkit;
}
