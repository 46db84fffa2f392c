package io.jetalyst.testkit.tests.requests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.InputError;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestProblem;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TypeOf;
import io.jetalyst.testkit.tests.Event;
import io.jetalyst.testkit.tests.requests.DeskController.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** Requests with any method, their bodies, and the values of their responses. */
class RequestsTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Desk::app);

    private static String failure(Executable test) {
        return assertThrows(AssertionError.class, test).getMessage();
    }

    @Test
    void sendsEachMethod(TestHttp http) {
        assertEquals("POST", http.post("/desk/echo", "").expect(200).header("X-Method"));
        assertEquals("PUT", http.put("/desk/echo", "").expect(200).header("X-Method"));
        assertEquals("PATCH", http.patch("/desk/echo", "").expect(200).header("X-Method"));
        assertEquals("GET", http.get("/desk/echo").expect(200).header("X-Method"));
        assertEquals("DELETE", http.delete("/desk/echo").expect(200).header("X-Method"));
        TestResponse head = http.head("/desk/echo", "X-More", "1").expect(200);
        assertEquals("1", head.header("X-More"));
        assertEquals("2", head.header("Content-Length"));
        assertEquals(0, head.bytes().length);
        assertTrue(http.options("/desk/echo").expect(204).header("Allow").contains("PATCH"));
    }

    @Test
    void sendsTextBytesAndJson(TestHttp http) {
        TestResponse text = http.put("/desk/echo", "Grüße", "X-More", "1");
        assertEquals("text/plain;charset=utf-8", text.header("Content-Type"));
        assertEquals("Grüße", text.body());
        assertEquals("1", text.header("X-More"));

        byte[] content = {(byte) 0xff, 0, 10};
        TestResponse bytes = http.patch("/desk/echo", content);
        assertEquals("application/octet-stream", bytes.header("Content-Type"));
        assertArrayEquals(content, bytes.bytes());

        TestResponse json = http.put("/desk/echo", new Guest("Ada", 36));
        assertEquals("application/json", json.header("Content-Type"));
        assertEquals("{\"name\":\"Ada\",\"age\":36}", json.body());
        Object guests = Map.of("guests", List.of(new Guest("Ada", 36), 7, "x"));
        assertEquals(
                "{\"guests\":[{\"name\":\"Ada\",\"age\":36},7,\"x\"]}",
                http.post("/desk/echo", guests).body());
        assertEquals("[1,true]", http.post("/desk/echo", List.of(1, true)).body());
    }

    @Test
    void sendsDiscriminatorsOfValuesInContainers(TestHttp http) {
        Event joined = new Event.Joined("Ada");
        String json = "{\"type\":\"joined\",\"who\":\"Ada\"}";
        assertEquals(json, http.post("/desk/echo", joined).body());
        assertEquals("[" + json + "]", http.post("/desk/echo", List.of(joined)).body());
        assertEquals("[" + json + "]", http.patch("/desk/echo", Set.of(joined)).body());
        assertEquals(
                "{\"a\":[" + json + "]}",
                http.put("/desk/echo", Map.of("a", List.of(joined))).body());
    }

    @Test
    void decodesTextInItsCharset(TestHttp http) {
        byte[] latin = "Grüße".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "Grüße",
                http.post("/desk/echo", latin, "Content-Type", "text/plain; charset=\"ISO-8859-1\"")
                        .body());
    }

    @Test
    void readsListsAndGenericTypes(TestHttp http) {
        Guest ada = new Guest("Ada", 36);
        assertEquals(
                List.of(ada, new Guest("Bob", 41)),
                http.get("/desk/guests/all").expect(200).jsonList(Guest.class));
        assertEquals(
                new Page<>(List.of(ada), 2),
                http.get("/desk/guests?limit=1").expect(200).json(new TypeOf<Page<Guest>>() {}));
    }

    @Test
    void readsProblemWithItsErrors(TestHttp http) {
        TestProblem problem =
                http.get("/desk/guests?limit=many&name=a&name=b").expect(400).problem();

        assertEquals("Bad Request", problem.title());
        assertEquals(
                List.of("limit", "name"),
                problem.errors().stream().map(InputError::name).toList());
        assertEquals(
                new InputError("query", "limit", "type", problem.error("limit").detail()), problem.error("limit"));
        assertEquals("repeated", problem.error("name").code());
        assertEquals("about:blank", problem.member("type").orElseThrow());
        assertEquals(List.of(), http.get("/desk/nowhere").problem().errors());
    }

    @Test
    void reportsRequestAndResponseInFailures(TestHttp http) {
        assertTrue(failure(() -> http.put("/desk/echo?x=1", "a").expect(201))
                .startsWith("expected status 201: PUT /desk/echo?x=1 was answered with 200\n"));
        assertTrue(failure(() -> http.get("/desk/me").jsonList(Guest.class))
                .startsWith("expected JSON of a list of Guest: GET /desk/me was answered with 200\n"));
        assertTrue(failure(() -> http.get("/desk/me").json(new TypeOf<List<Guest>>() {}))
                .startsWith("expected JSON of java.util.List<"));
        assertTrue(failure(() -> http.get("/desk/me").problem())
                .startsWith("expected a problem document: GET /desk/me was answered with 200\n"));
        assertTrue(failure(() -> http.get("/desk/guests").problem().error("name"))
                .startsWith("expected an error of name: GET /desk/guests was answered with 400\n"));
        assertTrue(failure(() -> http.get("/desk/echo").expect(201)).endsWith("\n\n(2 bytes)"));
    }
}
