package io.jetalyst.table;

import io.jetalyst.route.Route;
import java.util.List;

/**
 * The routes of one controller, as the processor generated them. Found by {@link java.util.ServiceLoader}, or given to the
 * application by hand.
 */
public interface RouteTable {
    /** The form of generated code that this runtime understands. */
    int FORMAT = 1;

    /** The form this table was generated in. The runtime refuses to start with another than {@link #FORMAT}. */
    int format();

    /** The routes; always the same list. */
    List<Route> routes();

    /** Makes the controller. Called once, when the application starts. */
    Invoker bind(Bindings bindings);
}
