/** Measures requests and sockets: ours, and those of bare Jetty. */
module io.jetalyst.benchmarks {
    requires static io.jetalyst.annotations;
    requires io.jetalyst.runtime;
    requires java.compiler;
    requires jdk.management;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.websocket.core.server;
    requires org.jspecify;

    uses io.jetalyst.table.RouteTable;

    provides io.jetalyst.table.RouteTable with
            io.jetalyst.benchmarks.CrowdController_Routes,
            io.jetalyst.benchmarks.DispatchedController_Routes,
            io.jetalyst.benchmarks.NonBlockingController_Routes,
            io.jetalyst.benchmarks.RequestController_Routes,
            io.jetalyst.benchmarks.SocketController_Routes;
}
