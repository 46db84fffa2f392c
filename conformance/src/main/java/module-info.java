/** An application that echoes, for the suites of others to judge. */
module io.jetalyst.conformance {
    requires static io.jetalyst.annotations;
    requires io.jetalyst.runtime;

    provides io.jetalyst.table.RouteTable with
            io.jetalyst.conformance.DeflateController_Routes,
            io.jetalyst.conformance.EchoController_Routes;
}
