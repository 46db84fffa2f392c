package io.jetalyst.testkit.tests.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sends requests to routes with filters of their own, which the compiler has put into the table. */
class FilteredRoutesTest {
    private final AuditLog log = new AuditLog();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .bind(AuditLog.class, log)
            .mount(new OrderController_Routes())
            .build());

    @Test
    void runFiltersOfTheControllerThenThoseOfTheMethod(TestHttp http) {
        http.get("/orders/7").expect(200);
        http.delete("/orders/7").expect(401);
        http.delete("/orders/7", "Authorization", "Bearer x").expect(204);
        http.delete("/orders/0", "Authorization", "Bearer x").expect(404);

        assertEquals(
                List.of(
                        "orders: /orders/7 200",
                        "cancellations: /orders/7 401",
                        "cancellations: /orders/7 204",
                        "cancellations: /orders/0 404"),
                log.lines());
    }

    @Test
    void runAroundHandshakes(TestSockets sockets) {
        assertEquals(401, sockets.refused("/orders/7").status());
        assertEquals(
                "Order 7",
                sockets.open("/orders/7", "Authorization", "Bearer x").next(String.class));

        assertEquals(List.of("orders: /orders/7 401", "orders: /orders/7 101"), log.lines());
    }

    @Test
    void runOnceWhenTheEndpointDeclinesAndThePageAnswers(TestSockets sockets) {
        assertEquals(
                "Order 0",
                sockets.refused("/orders/0", "Authorization", "Bearer x")
                        .expect(200)
                        .body());

        assertEquals(List.of("orders: /orders/0 200"), log.lines());
    }

    @Test
    void doNotRunAroundPathsWithoutRoute(TestHttp http) {
        http.get("/orders").expect(404);

        assertEquals(List.of(), log.lines());
    }
}
