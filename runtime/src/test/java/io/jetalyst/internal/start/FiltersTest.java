package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.RouteFilters;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.FilterFactory;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The filters that tables name, when the application starts. */
class FiltersTest {
    /** A filter that takes an object of the application. */
    record SharedFilter(StringBuilder log) implements Filter {
        SharedFilter {
            log.append("created ");
        }

        @Override
        public Result filter(Context context, Next next) {
            return next.proceed();
        }
    }

    /** A table of one route, whose filter it can create. */
    record FilteredRoutes(Route route) implements RouteTable, Invoker {
        @Override
        public int format() {
            return RouteTable.FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(route);
        }

        @Override
        public List<FilterFactory> filters() {
            return List.of(FilterFactory.of(
                    SharedFilter.class, bindings -> new SharedFilter(bindings.get(StringBuilder.class))));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }
    }

    private static final Route ROUTE = SampleRoutes.get("/a").filtered(SharedFilter.class);

    private static List<BoundRoute> bind(Map<Class<?>, Object> bound, RouteTable... tables) {
        return Tables.bind(
                        List.of(tables),
                        new Container(bound, null, new Codecs(List.of()), null, Sessions.NONE),
                        Authentication.NONE)
                .routes();
    }

    @Test
    void areCreatedOnceForAllTables() {
        StringBuilder log = new StringBuilder();

        List<BoundRoute> routes = bind(
                Map.of(StringBuilder.class, log),
                new FilteredRoutes(ROUTE),
                new FilteredRoutes(SampleRoutes.get("/b").filtered(SharedFilter.class)),
                new FilteredRoutes(SampleRoutes.get("/c")));

        assertEquals("created ", log.toString());
        RouteFilters first = Objects.requireNonNull(routes.get(0).filters());
        assertSame(first.get(0), Objects.requireNonNull(routes.get(1).filters()).get(0));
        assertNull(routes.get(2).filters());
    }

    @Test
    void areNamedInTheErrorIfAnArgumentOfTheirConstructorIsMissing() {
        StartupException refused =
                assertThrows(StartupException.class, () -> bind(Map.of(), new FilteredRoutes(ROUTE)));

        assertEquals(
                SharedFilter.class.getName() + " needs a java.lang.StringBuilder, and there is none. Add"
                        + " .bind(StringBuilder.class, …) or .lookup(…) to the application's builder.",
                refused.getMessage());
    }

    @Test
    void thatNoTableCreatesAreAnError() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> bind(Map.of(), new SampleRoutes(ROUTE, RouteTable.FORMAT, bindings -> {})));

        assertEquals(
                "The route GET /a (Sample.get) names the filter " + SharedFilter.class.getName()
                        + ", and no table creates it. Add a FilterFactory for it to the table's filters().",
                refused.getMessage());
    }
}
