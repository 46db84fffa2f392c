package io.jetalyst.testkit.tests.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.tests.shop.RateController.Arrival;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines of requests and sockets, and the trace that they belong to. The lines are complete when the application has stopped. */
@Timeout(60)
class AccessLogTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @TempDir
    Path directory;

    private final Arrival arrival = new Arrival();
    private final HttpClient client = HttpClient.newHttpClient();
    private RunningApp app;

    private void start(String form, String... more) {
        app = App.builder()
                .args(more)
                .args(
                        "--port=0",
                        "--access-log=" + form,
                        "--access-log-file=" + directory.resolve("access.log"),
                        "--stop-timeout=2s")
                .bind(Arrival.class, arrival)
                .mount(new RateController_Routes(), new BankController_Routes())
                .filter(new RequestIdFilter())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private List<String> lines() throws IOException {
        app.close();
        return Files.readAllLines(directory.resolve("access.log"));
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    private static String member(String line, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^,\"}]*)").matcher(line);
        assertTrue(found.find(), () -> "no " + name + " in " + line);
        return found.group(1);
    }

    @Test
    void writesRequestsWithoutQueriesAndCookies() throws Exception {
        start("json");
        String answer = send(
                        "GET",
                        "/bank/eur?token=secret",
                        "traceparent",
                        TRACEPARENT,
                        "Cookie",
                        "session=secret",
                        "Referer",
                        "http://a.example/b?token=secret",
                        "User-Agent",
                        "robot")
                .body();
        send("HEAD", "/bank/eur", "traceparent", TRACEPARENT);
        send("GET", "/nothing");
        send("DELETE", "/bank/eur");

        List<String> lines = lines();

        assertEquals(4, lines.size(), lines::toString);
        String first = lines.get(0);
        assertTrue(first.contains("\"method\":\"GET\",\"path\":\"/bank/eur\",\"route\":\"/bank/{currency}\","), first);
        assertTrue(first.contains("\"status\":200,\"end\":\"complete\",\"duration_ms\":"), first);
        assertTrue(first.endsWith("\"user_agent\":\"robot\",\"referer\":\"http://a.example/b\"}"), first);
        assertEquals(TRACE_ID, member(first, "trace_id"));
        assertEquals("00f067aa0ba902b7", member(first, "parent_id"));
        assertEquals("127.0.0.1", member(first, "remote_address"));
        assertEquals(answer.length(), Integer.parseInt(member(first, "sent_bytes")));
        assertEquals("0", member(lines.get(1), "sent_bytes"), "a HEAD has no content");
        assertEquals("404", member(lines.get(2), "status"));
        assertFalse(lines.get(2).contains("\"route\""));
        assertEquals("405", member(lines.get(3), "status"));
        assertFalse(lines.toString().contains("secret"));
    }

    @Test
    void joinsALineWithTheProblemOfItsRequest() throws Exception {
        start("json");
        String problem = send("GET", "/rates/broken").body();

        String line = lines().get(0);

        assertEquals("500", member(line, "status"));
        assertEquals("urn:uuid:" + member(line, "request_id"), member(problem, "instance"));
        assertEquals(member(line, "request_id").replace("-", ""), member(line, "trace_id"));
    }

    @Test
    void passesTheTraceOn() throws Exception {
        start("json");
        String received = send("GET", "/rates/eur?bank=" + uri("/"), "traceparent", TRACEPARENT, "tracestate", "rojo=1")
                .body();

        List<String> lines = lines();

        assertEquals(2, lines.size(), lines::toString);
        String called = lines.stream()
                .filter(line -> line.contains("/bank/eur"))
                .findFirst()
                .orElseThrow();
        String caller = lines.stream()
                .filter(line -> line.contains("/rates/eur"))
                .findFirst()
                .orElseThrow();
        assertEquals("eur 00-" + TRACE_ID + "-" + member(caller, "span_id") + "-01 rojo=1", received);
        assertEquals(member(caller, "span_id"), member(called, "parent_id"));
        assertEquals(TRACE_ID, member(called, "trace_id"));
    }

    @Test
    void writesRequestsThatTheServerRefuses() throws Exception {
        start("json");
        for (String request : List.of(
                "GET /bank/eur HTTP/1.1\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /bank/eur HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")) {
            try (RawSocket raw = new RawSocket(app.port())) {
                raw.write(request);
                raw.readHead();
            }
        }

        List<String> lines = lines();

        assertEquals(3, lines.size(), lines::toString);
        assertEquals("400", member(lines.get(0), "status"));
        assertEquals("400", member(lines.get(1), "status"));
        assertEquals("431", member(lines.get(2), "status"));
    }

    @Test
    void writesRequestsThatEndEarly() throws Exception {
        start("json");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("GET /rates/never HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(arrival.await(10, TimeUnit.SECONDS));
        }
        assertThrows(IOException.class, () -> send("GET", "/rates/cut"));

        List<String> lines = lines();

        assertEquals(2, lines.size(), lines::toString);
        String aborted = lines.stream()
                .filter(line -> line.contains("/never"))
                .findFirst()
                .orElseThrow();
        String failed =
                lines.stream().filter(line -> line.contains("/cut")).findFirst().orElseThrow();
        assertTrue(aborted.contains("\"status\":499,\"end\":\"aborted\""), aborted);
        assertTrue(failed.contains("\"status\":200,\"end\":\"failed\""), failed);
        assertEquals("100000", member(failed, "sent_bytes"));
    }

    @Test
    void leavesOutHealthChecksThatPass() throws Exception {
        start("json", "--health=/checks");
        send("GET", "/checks/live");
        send("GET", "/checks/ready");
        send("GET", "/bank/eur");

        List<String> lines = lines();

        assertEquals(
                List.of("/bank/eur"),
                lines.stream().map(line -> member(line, "path")).toList());
    }

    @Test
    void writesThePathsThatClientsSendBelowABasePath() throws Exception {
        start("json", "--base-path=/app");
        send("GET", "/app/bank/eur");
        send("GET", "/app");
        send("GET", "/bank/eur");
        try (RawSocket raw = RawSocket.open(app.port(), "/app/rates/live")) {
            raw.closeFrame(1000);
            raw.readClose();
        }

        List<String> lines = lines();

        assertEquals(
                List.of("/app/bank/eur", "/app", "/bank/eur", "/app/rates/live"),
                lines.stream().map(line -> member(line, "path")).toList());
        assertTrue(member(lines.get(0), "route").startsWith("/app/bank/"), lines.get(0));
        assertEquals("/app/rates/live", member(lines.get(3), "route"));
    }

    @Test
    void writesOneLineForASocketWhenItEnds() throws Exception {
        start("json");
        try (RawSocket raw = RawSocket.open(app.port(), "/rates/live?token=secret")) {
            raw.text("eur");
            assertEquals("eur is 1.1", raw.read().text());
            raw.closeFrame(4001);
            raw.readClose();
        }

        List<String> lines = lines();

        assertEquals(1, lines.size(), lines::toString);
        String line = lines.get(0);
        assertTrue(line.contains("\"path\":\"/rates/live\",\"route\":\"/rates/live\""), line);
        assertTrue(line.contains("\"status\":101,\"end\":\"closed\""), line);
        assertTrue(line.contains("\"close_code\":4001,\"close_cause\":\"client\""), line);
        assertTrue(line.contains("\"received_messages\":1,\"sent_messages\":1,\"dropped_messages\":0"), line);
        assertFalse(line.contains("secret"));
    }

    @Test
    void writesTheCombinedForm() throws Exception {
        start("combined");
        send("GET", "/nothing?token=secret", "User-Agent", "a\"b");

        List<String> lines = lines();

        assertEquals(1, lines.size(), lines::toString);
        assertTrue(
                lines.get(0)
                        .matches("127\\.0\\.0\\.1 - - \\[[^]]+] \"GET /nothing HTTP/[12]\\.[01]\" 404 \\d+ \"-\""
                                + " \"a\\\\x22b\""),
                lines::toString);
    }
}
