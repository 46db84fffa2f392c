package io.jetalyst.testkit.tests.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The annotation of the guide that limits the requests of an address. */
class RateLimitTest {
    @RegisterExtension
    static final TestApp app = TestApp.of(args ->
            App.builder().args(args).mount(new SearchController_Routes()).build());

    @Test
    void answers429BeyondTheLimitOfEachRoute(TestHttp http) {
        for (int i = 0; i < 3; i++) {
            http.get("/search?text=tea").expect(200);
        }
        TestResponse refused = http.get("/search?text=tea").expect(429);
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 20, seconds + " seconds");
        assertTrue(refused.body().contains("Too many requests were sent from this address."), refused.body());
        for (int i = 0; i < 10; i++) {
            http.get("/suggestions?text=tea").expect(200);
        }
    }
}
