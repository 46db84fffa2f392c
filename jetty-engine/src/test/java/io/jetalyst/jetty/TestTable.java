package io.jetalyst.jetty;

import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;

/** A table of routes that a test writes by hand, and that handles the requests itself. */
public interface TestTable extends RouteTable, Invoker {
    @Override
    default int format() {
        return FORMAT;
    }

    @Override
    default Invoker bind(Bindings bindings) {
        return this;
    }
}
