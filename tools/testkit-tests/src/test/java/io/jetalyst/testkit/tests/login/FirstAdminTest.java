package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first administrator comes from a setting, and promotes a user that has registered. */
class FirstAdminTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Registrations::app, "--library.admin-password=first secret");

    private static TestResponse send(TestHttp browser, String path, String name, String password) {
        return browser.form(path)
                .field("name", name)
                .field("password", password)
                .post();
    }

    @Test
    void promotesUserWhoseSessionsEnd(TestHttp http, TestSockets sockets) {
        TestHttp eve = http.withCookies();
        send(eve, "/register", "eve", "eve's secret").expect(303);
        TestSocket socket = sockets.with(eve).open("/chat");
        assertEquals("Hello eve", socket.next(String.class));
        eve.delete("/books/1").expect(403);
        eve.post("/users/eve/promote", "").expect(403);

        TestHttp admin = http.withCookies();
        send(admin, "/login", "admin", "first secret").expect(303);
        admin.post("/users/nobody/promote", "").expect(404);
        admin.post("/users/eve/promote", "").expect(204);

        assertEquals(1008, socket.awaitClose().code());
        send(eve, "/login", "eve", "eve's secret").expect(303);
        eve.delete("/books/1").expect(204);
    }
}
