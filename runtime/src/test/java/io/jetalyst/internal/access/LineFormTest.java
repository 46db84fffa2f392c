package io.jetalyst.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.CompletedRequest.End;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormTest {
    private static final String TIME = "\\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}]";

    @Test
    void writesTheCombinedForm() {
        Request request = request("GET", "/rooms/7", Map.of("User-Agent", "curl/8", "Referer", "http://a/b?secret#c"));

        String line = line(new CombinedForm(), completed(request));

        assertTrue(
                line.matches("192\\.0\\.2\\.1 - - " + TIME
                        + " \"GET /rooms/7 HTTP/1\\.1\" 200 12 \"http://a/b\" \"curl/8\"\n"),
                line);
    }

    @Test
    void writesNoValueAsAHyphen() {
        Request unread = Request.builder("", "").build();

        String line = line(new CombinedForm(), completed(unread));

        assertTrue(line.matches("- - - " + TIME + " \"-\" 200 12 \"-\" \"-\"\n"), line);
    }

    @Test
    void writesJson() {
        Request request = request("GET", "/rooms/7", Map.of("User-Agent", "curl/8", "Referer", "/b?secret"));

        String line = line(new JsonForm(), completed(request));

        assertEquals(
                "{\"time\":\"T\",\"request_id\":\"" + request.id() + "\",\"trace_id\":\""
                        + request.trace().traceId() + "\",\"span_id\":\""
                        + request.trace().spanId() + "\",\"remote_address\":\"192.0.2.1\",\"method\":\"GET\","
                        + "\"path\":\"/rooms/7\",\"route\":\"/rooms/{id}\",\"protocol\":\"HTTP/1.1\",\"status\":200,"
                        + "\"end\":\"complete\",\"duration_ms\":1.002,\"received_bytes\":3,\"sent_bytes\":12,"
                        + "\"user_agent\":\"curl/8\",\"referer\":\"/b\"}\n",
                line.replaceFirst("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "T"));
    }

    @Test
    void writesTheEndOfASocket() {
        AccessEntry entry = AccessEntry.of(new ClosedSocket(
                request("GET", "/rooms/7", Map.of()),
                "/rooms/{id}",
                new CloseStatus(1001, "", Cause.IDLE),
                Duration.ofSeconds(61),
                new Traffic(1, 2, 3, 4, 5)));

        String json = line(new JsonForm(), entry);
        String combined = line(new CombinedForm(), entry);

        assertTrue(json.contains("\"status\":101,\"end\":\"closed\",\"duration_ms\":61000.000,"), json);
        assertTrue(
                json.contains("\"received_bytes\":4,\"sent_bytes\":5,\"close_code\":1001,\"close_cause\":\"idle\","
                        + "\"received_messages\":1,\"sent_messages\":2,\"dropped_messages\":3"),
                json);
        assertTrue(combined.contains("\"GET /rooms/7 HTTP/1.1\" 101 5 "), combined);
    }

    /** An attacker wants a line of his own, or a member with another value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n10.0.0.1 - - forged",
                "a\" 200 0 \"-\" \"b",
                "a\\",
                "a\u0000b",
                "a\u001b[2Jb",
                "a\u2028b\u0085c",
                "\u00e4\u20ac",
                "\ud83d\ude00",
                "\ud83d",
                "a\",\"status\":500,\"x\":\""
            })
    void escapesEverythingThatIsNotVisible(String text) {
        AccessEntry entry = completed(request(text, "/" + text, Map.of("User-Agent", text, "Referer", text)));

        for (LineForm form : List.of(new CombinedForm(), new JsonForm())) {
            String line = line(form, entry);

            assertEquals(line.length() - 1, line.indexOf('\n'), line);
            assertTrue(line.strip().chars().allMatch(c -> c >= ' ' && c < 0x7f), line);
        }
        String combined = line(new CombinedForm(), entry);
        assertEquals(6, combined.chars().filter(c -> c == '"').count(), combined);
        String json = line(new JsonForm(), entry);
        assertEquals(1, json.split("(?<!\\\\)\"status\"", -1).length - 1, json);
    }

    @Test
    void escapesInTheCombinedFormAsNginx() {
        String line = line(
                new CombinedForm(), completed(request("GET", "/", Map.of("User-Agent", "\"\\\n\u00e4\ud83d\ude00"))));

        assertTrue(line.endsWith(" \"\\x22\\x5C\\x0A\\xC3\\xA4\\xF0\\x9F\\x98\\x80\"\n"), line);
    }

    @Test
    void hasNeitherQueriesNorCookies() {
        Request request = Request.builder("GET", "/search")
                .query("q=secret")
                .headers(Headers.of(Map.of(
                        "Cookie", List.of("session=secret"),
                        "Authorization", List.of("Bearer secret"),
                        "Referer", List.of("https://a.example/?secret"))))
                .build();

        for (LineForm form : List.of(new CombinedForm(), new JsonForm())) {
            assertFalse(line(form, completed(request)).contains("secret"));
        }
    }

    @Test
    void cutsLongTexts() {
        String isLong = "x".repeat(8_000);
        AccessEntry entry = completed(request("GET", "/" + isLong, Map.of("User-Agent", isLong, "Referer", isLong)));

        assertTrue(line(new JsonForm(), entry).length() < 4_000);
        assertTrue(line(new CombinedForm(), entry).contains("x... HTTP/1.1\" "));
    }

    /** The queue of lines limits its memory by the weight. */
    @Test
    void countsAllTextsOfTheClientInTheWeight() {
        Map<String, String> fields = Map.of(
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "tracestate",
                "a=" + "x".repeat(200));

        assertTrue(completed(request("M".repeat(1_000), "/", fields)).weight() > 1_600);
    }

    @Test
    void writesAddressesOfEveryKind() {
        Request unix = Request.builder("GET", "/")
                .remoteAddress(UnixDomainSocketAddress.of(""))
                .build();
        Request six = Request.builder("GET", "/")
                .remoteAddress(new InetSocketAddress("2001:db8::1", 1))
                .build();

        assertTrue(line(new CombinedForm(), completed(unix)).startsWith("unix: - - ["));
        assertTrue(line(new CombinedForm(), completed(six)).startsWith("2001:db8:0:0:0:0:0:1 - - ["));
    }

    private static AccessEntry completed(Request request) {
        return AccessEntry.of(new CompletedRequest(
                request, Optional.of("/rooms/{id}"), 200, 3, 12, Duration.ofNanos(1_002_900), End.COMPLETE, false));
    }

    private static Request request(String method, String path, Map<String, String> fields) {
        Map<String, List<String>> lists = new HashMap<>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return Request.builder(method, path)
                .headers(Headers.of(lists))
                .remoteAddress(new InetSocketAddress("192.0.2.1", 50_000))
                .build();
    }

    private static String line(LineForm form, AccessEntry entry) {
        StringBuilder out = new StringBuilder();
        form.append(entry, out);
        return out.toString();
    }
}
