package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of requests with a content coding (RFC 9110 §8.4, RFC 7694), as a client of the real server sends them. */
@Timeout(60)
class GzipBodyServerTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String INVALID =
            "400 {\"in\":\"body\",\"pointer\":\"\",\"code\":\"encoding\",\"detail\":\"is not valid gzip\"}";

    private RunningApp app;

    private void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void decode(String... settings) {
        start(concat(settings, "--server.gzip-bodies=decode"));
    }

    private static String[] concat(String[] settings, String last) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = last;
        return all;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A member with all fields that a header can have (RFC 1952 §2.3). */
    private static byte[] withLongHeader(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] deflated = new byte[1_000];
        int length = deflater.deflate(deflated);
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] head = {31, (byte) 139, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2};
        byte[] tail = new byte[8];
        for (int i = 0; i < 4; i++) {
            tail[i] = (byte) (crc.getValue() >>> 8 * i);
            tail[i + 4] = (byte) (bytes.length >>> 8 * i);
        }
        return joined(head, Arrays.copyOf(deflated, length), tail);
    }

    private String send(String path, String type, String coding, byte[] body) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                    + "\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            raw.write(body);
            return all(raw);
        }
    }

    private static String all(RawSocket raw) throws IOException {
        StringBuilder all = new StringBuilder();
        raw.readUntilEnd(all);
        return all.toString();
    }

    /** Status and content; of a problem with errors, only these. */
    private static String result(String answer) {
        String content = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        String errors =
                content.contains("\"errors\":[") ? content.replaceAll(".*\"errors\":\\[(.*)].*", "$1") : content;
        return answer.substring(9, 12) + " " + errors;
    }

    private String text(byte[] body) throws IOException {
        return result(send("/text", "text/plain", "gzip", body));
    }

    @Test
    void rejectsEachCodingUnlessTheSettingAllowsIt() throws Exception {
        start();
        String answer = send("/text", "text/plain", "gzip", gzip("abc"));
        assertTrue(answer.startsWith("HTTP/1.1 415 Unsupported Media Type\r\n"), answer);
        assertTrue(answer.contains("\r\nAccept-Encoding: identity\r\n"), answer);
        assertTrue(answer.contains("\"detail\":\"The body must have no content coding.\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "*"})
    void rejectsOtherCodingsAndSeveralOfThem(String coding) throws Exception {
        decode();
        String answer = send("/text", "text/plain", coding, gzip(gzip("abc")));
        assertTrue(answer.startsWith("HTTP/1.1 415 Unsupported Media Type\r\n"), answer);
        assertTrue(answer.contains("\r\nAccept-Encoding: gzip\r\n"), answer);
        assertTrue(answer.contains("\"detail\":\"The only content coding of a body is gzip.\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
    void decodesGzip(String coding) throws Exception {
        decode();
        assertEquals(
                "200 Zürich",
                result(new String(
                        send("/text", "text/plain", coding, gzip("Zürich")).getBytes(ISO_8859_1), UTF_8)));
    }

    @Test
    void decodesEachKindOfBody() throws Exception {
        decode();
        assertEquals("200 [1]", result(send("/json", "application/json", "gzip", gzip("[1]"))));
        assertEquals("200 a b", result(send("/form", FORM, "gzip", gzip("title=a+b"))));
        String parts =
                "--b\r\nContent-Disposition: form-data; name=title\r\n\r\n" + "x".repeat(100_000) + "\r\n--b--\r\n";
        assertEquals(
                "200 " + "x".repeat(100_000),
                result(send("/form", "multipart/form-data;boundary=b", "gzip", gzip(parts))));
        assertEquals("200 5000000", result(send("/stream", "text/plain", "gzip", gzip(new byte[5_000_000]))));
        assertEquals("200 ", text(new byte[0]));
    }

    @Test
    void decodesSeveralMembersAndLongHeaders() throws Exception {
        decode();
        assertEquals("200 abcdef", text(joined(gzip("abc"), gzip(""), withLongHeader("def"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/stream"})
    void decodesBodyThatArrivesByteByByte(String path) throws Exception {
        decode();
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (byte one : joined(withLongHeader("abc"), gzip("def"))) {
                raw.write(joined("1\r\n".getBytes(UTF_8), new byte[] {one}, "\r\n".getBytes(UTF_8)));
            }
            raw.write("0\r\n\r\n");
            assertEquals(path.equals("/stream") ? "200 6" : "200 abcdef", result(all(raw)));
        }
    }

    @Test
    void countsDecodedBytes() throws Exception {
        decode("--server.max-body=1KiB");
        assertEquals("200 " + "x".repeat(1_024), text(gzip("x".repeat(1_024))));
        String answer = send("/text", "text/plain", "gzip", gzip("x".repeat(1_025)));
        assertTrue(answer.startsWith("HTTP/1.1 413 Content Too Large\r\n"), answer);
        assertTrue(answer.contains("\"detail\":\"The body of the request is longer than 1024 bytes.\""), answer);
        assertEquals(
                "413",
                send("/form", FORM, "gzip", gzip("title=" + "x".repeat(2_000))).substring(9, 12));
        assertEquals(
                "413",
                send("/stream-1000", "text/plain", "gzip", gzip(new byte[1_001]))
                        .substring(9, 12));
        assertEquals("200 1000", result(send("/stream-1000", "text/plain", "gzip", gzip(new byte[1_000]))));
    }

    @Test
    void stopsDecodingAtTheLimit() throws Exception {
        decode();
        byte[] bomb = gzip(new byte[200_000_000]);
        assertEquals("413", send("/text", "text/plain", "gzip", bomb).substring(9, 12));
        assertEquals("413", send("/stream-1000", "text/plain", "gzip", bomb).substring(9, 12));
        assertEquals("200 abc", text(gzip("abc")));
    }

    /** They decode to nothing, so a limit of decoded bytes alone would never end them. */
    @Test
    void countsTheBytesOfEmptyMembers() throws Exception {
        decode("--server.max-body=1KiB");
        byte[][] members = new byte[100][];
        Arrays.fill(members, gzip(""));
        try (RawSocket raw = new RawSocket(app.port())) {
            byte[] body = joined(members);
            raw.write("POST /text HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n");
            raw.write(body);
            raw.write("\r\n0\r\n\r\n");
            assertEquals("413", all(raw).substring(9, 12));
        }
    }

    @Test
    void rejectsWhatIsNoGzip() throws Exception {
        decode();
        byte[] valid = gzip("Hello, hello, hello");
        for (int length = 1; length < valid.length; length++) {
            assertEquals(INVALID, text(Arrays.copyOf(valid, length)), "" + length);
        }
        for (int i : new int[] {0, 1, 2, valid.length - 1, valid.length - 5}) {
            byte[] broken = valid.clone();
            broken[i] ^= 1;
            assertEquals(INVALID, text(broken), "" + i);
        }
        byte[] reserved = valid.clone();
        reserved[3] = (byte) 0x80;
        assertEquals(INVALID, text(reserved));
        assertEquals(INVALID, text(joined(valid, new byte[] {0})));
        assertEquals(INVALID, text("abc".getBytes(UTF_8)));
        assertEquals(INVALID, result(send("/stream", "text/plain", "gzip", Arrays.copyOf(valid, 20))));
        assertEquals(INVALID, result(send("/form", FORM, "gzip", Arrays.copyOf(valid, 20))));
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/text", "Test.text").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/json", "Test.json").body(BodyRule.json()),
                    Route.http(HttpMethod.POST, "/form", "Test.form").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/stream", "Test.stream").body(BodyRule.stream()),
                    Route.http(HttpMethod.POST, "/stream-1000", "Test.stream")
                            .body(BodyRule.stream().atMost(1_000)));
        }

        @Override
        public Result call(int route, Context context) throws IOException {
            Params params = Params.of(context);
            if (route >= 3) {
                return Results.text("" + params.stream().transferTo(OutputStream.nullOutputStream()));
            }
            String text = route == 2 ? params.form("title").toText() : params.text();
            params.check();
            return Results.text(text);
        }
    }
}
