package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.filter.Filter;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine knows whether any route or filter may block. */
class BlockingRoutesTest {
    private static final Route GET = Route.http(HttpMethod.GET, "/a", "A.a()");
    private static final Route SOCKET = Route.socket("/b", "B.b()", SocketOptions.DEFAULT);
    private static final Filter FILTER = (context, next) -> next.proceed();

    private static BoundRoute bound(Route route) {
        return new BoundRoute(route, 0, new SampleRoutes(route, 1, bindings -> {}));
    }

    private static boolean mayBlock(Route first, Route second, Filter filter) {
        return Startup.mayBlock(List.of(bound(first), bound(second)), List.of(filter));
    }

    @Test
    void applicationMayBlockIfOneOfItsRoutesOrFiltersMay() {
        Filter nonBlocking = Filter.nonBlocking(FILTER);
        assertTrue(mayBlock(GET, SOCKET.nonBlocking(), nonBlocking));
        assertTrue(mayBlock(GET.nonBlocking(), SOCKET, nonBlocking));
        assertTrue(mayBlock(GET.nonBlocking(), SOCKET.nonBlocking(), FILTER));
    }

    @Test
    void applicationDoesNotBlockIfNoRouteAndNoFilterDoes() {
        assertFalse(mayBlock(GET.nonBlocking(), SOCKET.nonBlocking(), Filter.nonBlocking(FILTER)));
        assertFalse(Startup.mayBlock(List.of(), List.of()));
    }
}
