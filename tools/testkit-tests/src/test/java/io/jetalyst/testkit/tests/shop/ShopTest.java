package io.jetalyst.testkit.tests.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShopTest {
    private final Ticker ticker = new Ticker();

    @RegisterExtension
    final TestApp app = TestApp.of(
            args -> Shop.app(new Tokens(Map.of("sesame", "Ada")), ticker, args),
            "--shop.limit=7",
            "--server.forwarded=x-forwarded");

    @Test
    void rejectsRequestsWithoutTokenBelowAdmin(TestHttp http) {
        assertEquals("Bearer", http.get("/admin").expect(401).header("WWW-Authenticate"));
        assertEquals(
                "Ada may order 7 items.",
                http.get("/admin", "Authorization", "Bearer sesame").expect(200).body());
    }

    @Test
    void readsSettingForServiceBeforeTheApplicationIsBuilt(TestHttp http) {
        try (RunningApp other = Shop.app("--port=0", "--shop.token=abc").start()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(other.uri().resolve("/admin"));
            http.send(request.copy().header("Authorization", "Bearer sesame")).expect(401);
            http.send(request.copy().header("Authorization", "Bearer abc")).expect(200);
        }
    }

    @Test
    void addsHeaderToEveryResponse(TestHttp http) {
        assertEquals("7", http.get("/nothing").expect(404).header("X-Version"));
    }

    @Test
    void opensSocketOfPageBehindTlsProxy(TestSockets sockets) {
        TestSocket socket = sockets.open(
                "/admin/news",
                "Authorization",
                "Bearer sesame",
                "X-Forwarded-For",
                "203.0.113.7",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "shop.example",
                "Origin",
                "https://shop.example");
        assertEquals("subscribed", socket.next(String.class));
        ticker.tick("Tea is back.");
        assertEquals("Tea is back.", socket.next(String.class));
    }

    @Test
    void publishesAndClosesWhenItStops(TestSockets sockets, RunningApp running) {
        TestSocket socket = sockets.open("/admin/news", "Authorization", "Bearer sesame");
        assertEquals("subscribed", socket.next(String.class));
        running.close();
        assertEquals("The shop closes.", socket.next(String.class));
        assertEquals(1012, socket.awaitClose().code());
        assertTrue(ticker.closed);
    }
}
