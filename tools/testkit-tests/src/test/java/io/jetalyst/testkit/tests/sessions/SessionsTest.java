package io.jetalyst.testkit.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on sessions shows sources of this package. */
class SessionsTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(arguments -> App.builder()
            .args(arguments)
            .mount(new CartController_Routes(), new DoorController_Routes())
            .build());

    static List<Page.Block> blocks() {
        return Page.of("docs/sessions.md").blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTrue(Page.Block block) {
        block.assertFoundBeside(SessionsTest.class);
    }

    @Test
    void keepsCartOfOneBrowser(TestHttp http) {
        TestHttp ada = http.withCookies();
        ada.form("/cart").field("article", "tea").post().expect(303);
        ada.form("/cart").field("article", "milk").post().expect(303);
        assertEquals("tea, milk", ada.get("/cart").body());
        assertEquals("", http.get("/cart").body());
    }

    @Test
    void closesSocketAtSignOut(TestHttp http, TestSockets sockets) {
        TestHttp ada = http.withCookies();
        assertEquals(426, sockets.with(ada).refused("/talk").status());
        ada.form("/sign-in").field("name", "Ada").post().expect(303);
        TestSocket socket = sockets.with(ada).open("/talk");
        socket.send("hello");
        assertEquals("Ada: hello", socket.next(String.class));
        ada.post("/sign-out", "").expect(303);
        assertEquals(new Closed(1008, "The session has ended."), socket.awaitClose());
    }

    @Test
    void signsOutEverywhere(TestHttp http) {
        TestHttp desk = http.withCookies();
        TestHttp phone = http.withCookies();
        for (TestHttp browser : List.of(desk, phone)) {
            browser.form("/cart").field("article", "tea").post().expect(303);
            browser.form("/sign-in").field("name", "Ada").post().expect(303);
        }
        desk.post("/sign-out-everywhere", "").expect(303);
        assertEquals("", phone.get("/cart").body());
    }
}
