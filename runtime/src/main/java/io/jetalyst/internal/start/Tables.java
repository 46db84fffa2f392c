package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the generated tables and makes their controllers. */
final class Tables {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");

    /** Ends the name of a generated table. */
    private static final String SUFFIX = "_Routes";

    private static final String PAGES = "io.jetalyst.views.jte.";

    private Tables() {}

    /**
     * The tables that the index on the class path, or the {@code provides} lines of modules, name.
     *
     * @throws StartupException if there is none
     */
    static List<RouteTable> discover() {
        List<RouteTable> tables = new ArrayList<>();
        Iterator<ServiceLoader.Provider<RouteTable>> providers =
                ServiceLoader.load(RouteTable.class).stream().iterator();
        while (hasNext(providers)) {
            try {
                tables.add(providers.next().get());
            } catch (ServiceConfigurationError e) {
                LOG.warn("Left out a stale entry of the route index, rebuild its module: {}", e.getMessage());
            }
        }
        if (tables.isEmpty()) {
            throw new StartupException(MissingTables.message());
        }
        return tables;
    }

    /** A line of an index that names a class no longer there already fails here. */
    private static boolean hasNext(Iterator<ServiceLoader.Provider<RouteTable>> providers) {
        while (true) {
            try {
                return providers.hasNext();
            } catch (ServiceConfigurationError e) {
                LOG.warn("Left out a stale entry of the route index, rebuild its module: {}", e.getMessage());
            }
        }
    }

    /** The routes of all tables, and the methods that handle the exceptions of all controllers. */
    record Bound(List<BoundRoute> routes, ErrorHandlers errors) {}

    static Bound bind(List<RouteTable> tables, Container container, Authentication authentication) {
        List<BoundRoute> routes = new ArrayList<>();
        ErrorHandlers global = ErrorHandlers.NONE;
        Filters filters = new Filters(container, authentication);
        for (RouteTable table : tables) {
            String name = table.getClass().getName();
            if (table.format() != RouteTable.FORMAT) {
                throw new StartupException(name + " was generated in form " + table.format()
                        + ", and this runtime reads form " + RouteTable.FORMAT
                        + ". Give jetalyst-processor and jetalyst-runtime the same version, and rebuild.");
            }
            String controller = controller(table);
            filters.create(table);
            Invoker invoker = make(table, controller, container.forClass(controller));
            ErrorHandlers own = own(table, invoker);
            List<Route> entries = table.routes();
            for (int i = 0; i < entries.size(); i++) {
                Route route = entries.get(i);
                routes.add(new BoundRoute(route, i, invoker, own, filters.of(route)));
            }
            global = addGlobal(table, invoker, global);
        }
        return new Bound(routes, global);
    }

    private static ErrorHandlers own(RouteTable table, Invoker invoker) {
        ErrorHandlers own = ErrorHandlers.NONE;
        List<ErrorHandler> handlers = table.errorHandlers();
        for (int i = 0; i < handlers.size(); i++) {
            if (!handlers.get(i).isGlobal()) {
                own = own.with(new ErrorHandlers.Bound(handlers.get(i), i, invoker));
            }
        }
        return own;
    }

    private static ErrorHandlers addGlobal(RouteTable table, Invoker invoker, ErrorHandlers others) {
        ErrorHandlers global = others;
        List<ErrorHandler> handlers = table.errorHandlers();
        for (int i = 0; i < handlers.size(); i++) {
            ErrorHandler handler = handlers.get(i);
            if (handler.isGlobal()) {
                ErrorHandlers.Bound other = global.of(handler.exception());
                if (other != null) {
                    throw new StartupException(other.handler().method() + " and " + handler.method() + " both handle "
                            + handler.exception().getName() + " for all controllers. Keep one.");
                }
                global = global.with(new ErrorHandlers.Bound(handler, i, invoker));
            }
        }
        return global;
    }

    /** The name of the controller that the table was generated for. */
    private static String controller(RouteTable table) {
        String name = table.getClass().getName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static String missing(NoClassDefFoundError e) {
        return String.valueOf(e.getMessage()).replace('/', '.');
    }

    private static Invoker make(RouteTable table, String controller, Bindings bindings) {
        try {
            return table.bind(bindings);
        } catch (StartupException e) {
            throw e;
        } catch (NoClassDefFoundError e) {
            throw new StartupException(
                    "The table " + table.getClass().getName() + " needs the class "
                            + missing(e)
                            + ", which does not exist. "
                            + (missing(e).startsWith(PAGES)
                                    ? "Add the dependency io.jetalyst:jetalyst-views-jte."
                                    : "If its controller was deleted, build the module anew, as with 'mvn clean compile'."),
                    e);
        } catch (RuntimeException e) {
            throw new StartupException("The controller " + controller + " could not be created: " + e, e);
        }
    }
}
