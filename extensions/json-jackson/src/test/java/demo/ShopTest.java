package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that reads and writes JSON with Jackson. */
class ShopTest {
    @RegisterExtension
    static final TestApp APP =
            TestApp.of(args -> App.builder().mount(new Shop_Routes()).args(args).build());

    private static TestResponse post(TestHttp http, String path, String json) {
        return http.send(
                http.request(path).POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json"));
    }

    @Test
    void readsBodiesWithDefaultsAndWritesKinds(TestHttp http) {
        assertEquals(
                "{\"type\":\"placed\",\"order\":{\"id\":\"a\",\"lines\":[{\"article\":\"x\",\"count\":2}],\"due\":\"2026-11-28\",\"copies\":1,\"size\":\"SMALL\"}}",
                post(
                                http,
                                "/shop/orders",
                                "{\"id\":\"a\",\"lines\":[{\"article\":\"x\",\"count\":2}],\"due\":\"2026-11-28\"}")
                        .expect(200)
                        .body());
        assertEquals(
                "LARGE",
                post(http, "/shop/orders", "{\"id\":\"a\",\"lines\":[],\"size\":\"LARGE\"}")
                        .expect(200)
                        .body()
                        .replaceAll(".*\"size\":\"(\\w+)\".*", "$1"));
    }

    @Test
    void readsDiscriminatorsAnywhere(TestHttp http) {
        assertEquals(
                "{\"items\":[{\"type\":\"paid\",\"by\":\"Ada\"},{\"type\":\"gone\"}],\"total\":2}",
                post(http, "/shop/events", "{\"by\":\"Ada\",\"type\":\"paid\"}")
                        .expect(200)
                        .body());
    }

    @Test
    void listsAllFaults(TestHttp http) {
        String body = post(
                        http,
                        "/shop/orders",
                        "{\"lines\":[{\"article\":1,\"count\":\"2\"},null],\"due\":\"today\",\"copies\":1e9999}")
                .expect(400)
                .body();
        for (String pointer : new String[] {
            "/lines/0/article", "/lines/0/count", "/lines/1", "/due", "/copies", "/id",
        }) {
            assertEquals(2, body.split("\"pointer\":\"" + pointer + "\"", -1).length, pointer + " in " + body);
        }
        assertFalse(body.contains("demo") || body.contains("jackson") || body.contains("java."), body);
    }

    @Test
    void locatesFaultsOfTheGrammar(TestHttp http) {
        String body =
                post(http, "/shop/orders", "{\n \"id\" \"a\"}").expect(400).body();
        assertTrue(body.contains("line 2, column 7"), body);
    }

    @Test
    void writesElementsAsArrayOrLines(TestHttp http) {
        assertEquals(
                "[{\"type\":\"paid\",\"by\":\"Ada\"},{\"type\":\"gone\"}]",
                http.get("/shop/events").expect(200).body());
        assertEquals(
                "{\"type\":\"paid\",\"by\":\"Ada\"}\n{\"type\":\"gone\"}\n",
                http.get("/shop/events", "Accept", "application/x-ndjson")
                        .expect(200)
                        .body());
    }

    @Test
    void writesResponsesThatHandlersBuild(TestHttp http) {
        TestResponse built = http.get("/shop/built").expect(200);
        assertEquals("{\"type\":\"paid\",\"by\":\"Ada\"}", built.body());
        assertEquals("application/json", built.header("Content-Type"));
        assertEquals("\"1\"", built.header("ETag"));
        http.get("/shop/built", "If-None-Match", "\"1\"").expect(304);
        String list = http.get("/shop/list").expect(200).body();
        assertEquals(2, list.split("\"next\":null", -1).length, list);
        assertEquals(2, list.split("\"events\":\\[\\{\"type\":\"gone\"},\\{\"type\":\"paid\"}]", -1).length, list);
        assertEquals(
                "{\"article\":\"x\",\"count\":0}",
                http.get("/shop/failing").expect(409).body());
        http.get("/shop/unknown").expect(500);
    }

    @Test
    void readsAndSendsMessages(TestSockets sockets) {
        TestSocket socket = sockets.open("/shop/events").send("{\"by\":\"Ada\",\"type\":\"paid\"}");
        assertEquals("{\"type\":\"paid\",\"by\":\"Ada\"}", socket.next(String.class));
        assertEquals(
                new Closed(1007, "malformed message"),
                socket.send("{\"type\":\"placed\"}").awaitClose());
    }
}
