/** The engine: Jetty carries requests and sockets to the runtime. The only module that names Jetty. */
module io.jetalyst.jetty {
    requires io.jetalyst.runtime;
    requires java.management;
    requires org.eclipse.jetty.alpn.server;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.server;
    requires org.jspecify;
    requires org.slf4j;

    provides io.jetalyst.engine.Engine with
            io.jetalyst.jetty.JettyEngine;
}
