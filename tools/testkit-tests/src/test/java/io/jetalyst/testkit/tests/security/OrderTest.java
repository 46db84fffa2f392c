package io.jetalyst.testkit.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The orders of the guide. */
class OrderTest {
    private static final String PAGE = "https://app.example";

    @RegisterExtension
    static final TestApp app = TestApp.of(
            args -> App.builder().args(args).mount(new OrderController_Routes()).build());

    @Test
    void permitsThePageByItsAnnotations(TestHttp http) {
        TestResponse read = http.get("/api/orders/7", "Origin", PAGE).expect(200);
        assertEquals("order 7", read.body());
        assertEquals(PAGE, read.header("Access-Control-Allow-Origin"));
        assertEquals("ETag", read.header("Access-Control-Expose-Headers"));
        assertEquals(PAGE, http.get("/api/orders/0", "Origin", PAGE).expect(404).header("Access-Control-Allow-Origin"));
        TestResponse changed =
                http.put("/api/orders/7", "two", "Origin", PAGE, "Sec-Fetch-Site", "cross-site", "Cookie", "user=Ada");
        assertEquals("Ada changed 7 to two", changed.expect(200).body());
        http.delete("/api/orders/7", "Origin", PAGE, "Sec-Fetch-Site", "cross-site")
                .expect(403);
        TestResponse preflight = http.options("/api/orders/7", "Origin", PAGE, "Access-Control-Request-Method", "PUT")
                .expect(204);
        assertEquals("GET, HEAD, PUT", preflight.header("Access-Control-Allow-Methods"));
        http.options("/api/orders/7", "Origin", PAGE, "Access-Control-Request-Method", "DELETE")
                .expect(403);
        http.post("/api/orders", "three", "Origin", "https://any.example", "Sec-Fetch-Mode", "navigate")
                .expect(403);
        assertEquals(
                "*",
                http.post("/api/orders", "three", "Origin", "https://any.example", "Sec-Fetch-Mode", "cors")
                        .expect(200)
                        .header("Access-Control-Allow-Origin"));
    }
}
