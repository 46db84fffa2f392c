/**
 * A JUnit extension that starts an application for a test, and clients for HTTP, WebSockets and single frames.
 */
module io.jetalyst.testkit {
    requires org.slf4j;
    requires transitive io.jetalyst.runtime;
    requires transitive java.net.http;
    requires transitive org.junit.jupiter.api;

    exports io.jetalyst.testkit;
}
