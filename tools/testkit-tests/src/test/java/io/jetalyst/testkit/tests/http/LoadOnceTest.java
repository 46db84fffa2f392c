package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that converters load for a WebSocket endpoint that declines, and for the page of its path. */
class LoadOnceTest {
    private final AtomicInteger calls = new AtomicInteger();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .bind(AtomicInteger.class, calls)
            .mount(new ParcelController_Routes())
            .build());

    @Test
    void loadsEachValueOnceForEachRequest(TestHttp http) {
        assertEquals(
                "north true 2",
                http.get("/parcels/7/north?with=8&with=9").expect(200).body());
        assertEquals(4, calls.get());

        assertEquals("north true 0", http.get("/parcels/7/north").expect(200).body());
        assertEquals(6, calls.get());
    }

    @Test
    void answersNotFoundAfterOneCall(TestHttp http) {
        http.get("/parcels/70/north").expect(404);
        assertEquals(1, calls.get());
    }
}
