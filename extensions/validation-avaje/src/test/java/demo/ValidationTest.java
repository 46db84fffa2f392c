package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests and messages that violate constraints, sent to a server. */
class ValidationTest {
    private static final String VALID = """
            {"title":"Hello","text":"x","tags":["a"],"author":{"name":"Ada","mail":"ada@example.org"},\
            "links":[{"href":"https://example.org/"}]}""";
    private static final String INVALID = """
            {"title":" ","text":"","tags":["a",""],"author":{"name":"Ada","mail":"ada"},\
            "links":[{"href":"http://a"},{"href":"ftp://b"}]}""";

    @RegisterExtension
    static final TestApp APP = TestApp.of(
            args -> App.builder().mount(new Articles_Routes()).args(args).build());

    private static TestResponse send(TestHttp http, String method, String path, String json, String... headers) {
        HttpRequest.Builder request = http.request(path)
                .method(method, BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request);
    }

    private static String errors(TestResponse response) {
        String body = response.expect(422).body();
        return body.substring(body.indexOf("\"errors\":") + "\"errors\":".length(), body.length() - 1);
    }

    private static String body(String pointer, String code, String detail) {
        return error("body\",\"pointer", pointer, code, detail);
    }

    private static String error(String in, String name, String code, String detail) {
        String place = in.startsWith("body") ? in : in + "\",\"name";
        return "{\"in\":\"" + place + "\":\"" + name + "\",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}";
    }

    private static String list(String... errors) {
        return "[" + String.join(",", errors) + "]";
    }

    @Test
    void passesValidBodies(TestHttp http) {
        assertEquals("Hello", send(http, "POST", "/articles", VALID).expect(200).body());
        assertEquals(
                "x",
                send(http, "POST", "/articles/plain", "{\"text\":\"x\"}")
                        .expect(200)
                        .body());
    }

    @Test
    void listsAllViolationsOfABody(TestHttp http) {
        assertEquals(
                list(
                        body("/title", "NotBlank", "must not be blank"),
                        body("/text", "NotBlank", "Write a text."),
                        body("/tags/1", "NotBlank", "Every tag has a name."),
                        body("/author/mail", "Email", "must be a well-formed email address"),
                        body("/links/1/href", "Pattern", "must match \\\"https?://.+\\\"")),
                errors(send(http, "POST", "/articles", INVALID)));
    }

    @Test
    void writesMessagesInTheLanguageOfTheRequest(TestHttp http) {
        String german =
                errors(send(http, "POST", "/articles", INVALID, "Accept-Language", "xx, de-AT;q=0.9, en;q=0.5"));
        assertTrue(german.contains(body("/title", "NotBlank", "darf nicht leer sein")), german);
        assertTrue(german.contains(body("/tags/1", "NotBlank", "Jedes Schlagwort braucht einen Namen.")), german);
        String unknown = errors(send(http, "POST", "/articles", INVALID, "Accept-Language", "xx;;q=?"));
        assertTrue(unknown.contains("must not be blank"), unknown);
    }

    @Test
    void validatesParametersAndBodyTogether(TestHttp http) {
        assertEquals(
                list(
                        error("path", "id", "Min", "must be greater than or equal to 1"),
                        error("query", "version", "Max", "must be less than or equal to 3"),
                        body("/title", "Size", "must have at most 20 characters")),
                errors(send(http, "PUT", "/articles/0?version=4", VALID.replace("Hello", "Hello".repeat(5)))));
        assertEquals(
                "1 false",
                http.send(http.request("/articles/1?version=3").PUT(BodyPublishers.noBody()))
                        .expect(200)
                        .body());
    }

    @Test
    void validatesElementsOfLists(TestHttp http) {
        assertEquals(
                list(body("/1/title", "NotBlank", "must not be blank")),
                errors(send(http, "POST", "/articles/all", "[" + VALID + "," + VALID.replace("Hello", "") + "]")));
        assertEquals(
                list(body("", "NotEmpty", "must not be empty")), errors(send(http, "POST", "/articles/all", "[]")));
        assertEquals(
                list(body("/0/href", "Pattern", "must match \\\"https?://.+\\\"")),
                errors(send(http, "POST", "/articles/named", "[{\"href\":\"x\"}]")));
        assertEquals(
                list(body("", "Size", "must have between 3 and 2147483647 characters")),
                errors(send(http, "POST", "/articles/text", "ab", "Content-Type", "text/plain")));
    }

    @Test
    void validatesParameters(TestHttp http) {
        assertEquals(
                "1[]Ada", http.get("/articles", "X-Name", "Ada").expect(200).body());
        assertEquals(
                list(
                        error("query", "page", "Min", "must be greater than or equal to 1"),
                        error("query", "tag", "Size", "must have at most 3 characters"),
                        error("query", "ids", "Size", "must have a size of at most 2"),
                        error("query", "ids[1]", "Size", "must have a size of at most 1"),
                        error("header", "X-Name", "NotBlank", "must not be blank")),
                errors(http.get("/articles?page=0&tag=long&ids=1&ids=22&ids=3", "X-Name", "")));
    }

    @Test
    void validatesKindsOfSealedTypes(TestHttp http) {
        assertEquals(
                "Circle[radius=9]",
                send(http, "POST", "/articles/shapes", "{\"type\":\"circle\",\"radius\":9}")
                        .expect(200)
                        .body());
        assertEquals(
                list(body("/radius", "Max", "must be less than or equal to 9")),
                errors(send(http, "POST", "/articles/shapes", "{\"type\":\"circle\",\"radius\":10}")));
        assertEquals(
                list(body("/side", "Positive", "must be greater than 0")),
                errors(send(http, "POST", "/articles/shapes", "{\"type\":\"square\",\"side\":0}")));
    }

    @Test
    void validatesComponentsOfRecordsOfParameters(TestHttp http) {
        assertEquals("1/9", http.get("/articles/paged?page-size=9").expect(200).body());
        assertEquals(
                list(
                        error("query", "page", "Min", "must be greater than or equal to 1"),
                        error("query", "page-size", "Max", "must be less than or equal to 9")),
                errors(http.get("/articles/paged?page=0&page-size=10")));
    }

    @Test
    void listsValuesThatCannotBeReadAlone(TestHttp http) {
        TestResponse response =
                http.get("/articles?page=x&tag=long", "X-Name", "").expect(400);
        assertTrue(response.body().contains("\"code\":\"type\""), response.body());
        assertTrue(!response.body().contains("Size"), response.body());
    }

    @Test
    void validatesHandshakes(TestHttp http, TestSockets sockets) {
        sockets.refused("/articles/live?from=0").expect(422);
        assertEquals(
                "{\"from\":0}", http.get("/articles/live?from=0").expect(200).body());
    }

    @Test
    void closesSocketAfterInvalidMessage(TestSockets sockets) {
        TestSocket socket = sockets.open("/articles/live");
        socket.send("{\"text\":\"hi\"}");
        assertEquals("hi", socket.next(String.class));
        socket.send("{\"text\":\"too long\"}");
        assertEquals(1007, socket.awaitClose().code());
    }

    @Test
    void givesInvalidMessagesToTheListenerForMalformedOnes(TestSockets sockets) {
        TestSocket socket = sockets.open("/articles/lenient", "Accept-Language", "de");
        socket.send("{\"text\":\"\"}");
        assertEquals("/text darf nicht leer sein.", socket.next(String.class));
        socket.send("{\"text\":\"hi\"}");
        assertEquals("hi", socket.next(String.class));
    }
}
