package io.jetalyst.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.socket.SocketOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTest {
    @Test
    void mayBlockUnlessMarked() {
        Route route = Route.http(HttpMethod.GET, "/a", "C.a");

        assertTrue(route.nonBlocking().isNonBlocking());
        assertFalse(route.isNonBlocking(), "the original stays as it was");
        assertEquals("GET /a (C.a)", route.nonBlocking().toString());
    }

    @Test
    void passesTraitOfSocketToItsOptions() {
        SocketOptions options = SocketOptions.DEFAULT.subprotocols("a");
        Route route = Route.socket("/a", "C.a", options).nonBlocking();

        assertTrue(route.isNonBlocking());
        assertEquals(options.nonBlocking(true), ((Route.Socket) route).options());
    }

    @Test
    void takesTraitOfSocketFromItsOptions() {
        List<Route> routes =
                List.of(Route.socket("/a", "C.a"), Route.socket("/a", "C.a", SocketOptions.DEFAULT.nonBlocking(true)));

        assertEquals(
                List.of(false, true), routes.stream().map(Route::isNonBlocking).toList());
    }

    @Test
    void keepsAnnotationsForFilters() {
        Route route = Route.http(HttpMethod.GET, "/a", "C.a")
                .annotated(RouteAnnotation.of("io.jetalyst.route.RouteTest.Audited")
                        .with("value", "billing")
                        .with("days", "1", "2"))
                .nonBlocking();

        RouteAnnotation audited = route.annotation(Audited.class).orElseThrow();
        assertEquals(Optional.of("billing"), audited.value("value"));
        assertEquals(List.of("1", "2"), audited.values("days"));
        assertEquals(Optional.empty(), audited.value("level"));
        assertEquals(Optional.empty(), route.annotation(Override.class));
        assertTrue(route.isNonBlocking());
    }

    @interface Audited {}
}
