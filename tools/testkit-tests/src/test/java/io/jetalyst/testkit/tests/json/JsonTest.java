package io.jetalyst.testkit.tests.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the examples of the page about JSON on a server. */
class JsonTest {
    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .mount(new RoomsController_Routes(), new ChatController_Routes())
            .build());

    private static TestResponse post(TestHttp http, String path, String json) {
        return http.send(
                http.request(path).POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json"));
    }

    @Test
    void suppliesMembersThatAreNotRequired(TestHttp http) {
        assertEquals(
                "{\"name\":\"tea\",\"seats\":20,\"tags\":[{\"text\":\"a\"}]}",
                post(http, "/rooms", "{\"tags\":[{\"text\":\"a\"}],\"name\":\"tea\"}")
                        .expect(200)
                        .body());
        assertEquals(
                "{\"name\":\"tea\",\"seats\":20,\"tags\":[]}",
                http.get("/room").expect(200).body());
    }

    @Test
    void listsMissingMembers(TestHttp http) {
        String body = post(http, "/rooms", "{\"tags\":[{}]}").expect(400).body();
        assertTrue(body.contains("\"/tags/0/text\"") && body.contains("\"/name\""), body);
    }

    @Test
    void describesOneMistakeAsSentence(TestHttp http) {
        assertEquals(
                "The body ends too early (line 1, column 9).",
                post(http, "/rooms", "{\"name\":").expect(400).problem().detail());
        assertEquals(
                "The member \"/name\" of the body must be a string.",
                post(http, "/rooms", "{\"name\":7,\"tags\":[]}")
                        .expect(400)
                        .problem()
                        .detail());
    }

    @Test
    void namesKinds(TestHttp http) {
        assertEquals(
                "{\"type\":\"error\",\"text\":\"full\"}",
                post(http, "/events", "{\"text\":\"full\",\"type\":\"error\"}")
                        .expect(200)
                        .body());
        assertEquals(
                "[{\"type\":\"joined\",\"who\":\"Ada\"},{\"type\":\"error\",\"text\":\"full\"}]",
                http.get("/events").expect(200).body());
    }

    @Test
    void publishesToTheOwnRoomOnly(TestSockets sockets) {
        TestSocket ada = sockets.open("/chat/tea?who=Ada");
        assertEquals("{\"type\":\"joined\",\"who\":\"Ada\"}", ada.next(String.class));
        TestSocket cid = sockets.open("/chat/coffee?who=Cid");
        assertEquals("{\"type\":\"joined\",\"who\":\"Cid\"}", cid.next(String.class));
        TestSocket bob = sockets.open("/chat/tea?who=Bob");
        assertEquals("{\"type\":\"joined\",\"who\":\"Bob\"}", ada.next(String.class));

        bob.send("{\"text\":\"hello\"}");
        assertEquals("{\"type\":\"said\",\"who\":\"Bob\",\"text\":\"hello\"}", ada.next(String.class));
        bob.close();
        assertEquals("{\"type\":\"left\",\"who\":\"Bob\"}", ada.next(String.class));

        cid.send("{\"text\":\"alone\"}");
        assertEquals("{\"type\":\"said\",\"who\":\"Cid\",\"text\":\"alone\"}", cid.next(String.class));
    }
}
