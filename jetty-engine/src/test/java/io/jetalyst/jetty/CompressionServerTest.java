package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that the server compresses, as clients of both versions of HTTP see them. */
@Timeout(120)
class CompressionServerTest {
    /** The contents that compress themselves at one time. */
    private static final int STREAMS = 256;

    private RunningApp app;

    @BeforeEach
    void start() {
        app = run("--server.compression=gzip");
    }

    private static RunningApp run(String... settings) {
        return App.builder()
                .args("--port=0", "--server.max-connections-per-address=1000", "--server.idle-timeout=2m")
                .args(settings)
                .mount(new CompressedTable())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Answer send(String protocol, String method, String path, String... fields) throws Exception {
        try (ContractClient client =
                protocol.equals("1") ? new Http1Client(app.port(), () -> {}) : new Http2Client(app.port(), () -> {})) {
            return client.call(method, path, 0, fields).await();
        }
    }

    private Answer get(String path, String... fields) throws Exception {
        return send("1", "GET", path, fields);
    }

    private static String decoded(Answer answer) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,/text",
        "2,/text",
        "1,/json",
        "1,/svg",
        "1,/written",
        "2,/written",
        "1,/input",
        "2,/input",
        "1,/parts",
        "2,/parts"
    })
    void compressesText(String protocol, String path) throws Exception {
        Answer answer = send(protocol, "GET", path, "accept-encoding", "gzip, deflate, br");
        Answer plain = send(protocol, "GET", path);

        assertEquals("gzip", answer.header("content-encoding"));
        assertEquals("Accept-Encoding", answer.header("vary"));
        assertTrue(answer.complete());
        assertEquals(CompressedTable.TEXT, decoded(answer));
        assertTrue(answer.body().length < CompressedTable.TEXT.length() / 5, "" + answer.body().length);
        assertEquals(CompressedTable.TEXT, plain.text());
        assertEquals("", plain.header("content-encoding"));
        assertEquals("Accept-Encoding", plain.header("vary"));
    }

    /** The server does not wait for the end of a long content. */
    @Test
    void compressesLongTextWhileItIsSent() throws Exception {
        Answer answer = get("/long", "accept-encoding", "gzip");

        assertEquals("gzip", answer.header("content-encoding"));
        assertEquals("", answer.header("content-length"));
        assertEquals(CompressedTable.TEXT.repeat(10), decoded(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/small",
                "/png",
                "/coded",
                "/no-transform",
                "/ranges",
                "/empty",
                "/not-modified",
                "/events",
                "/no-type"
            })
    void leavesOtherContentsAsTheyAre(String path) throws Exception {
        Answer answer = get(path, "accept-encoding", "gzip");

        assertEquals(path.equals("/coded") ? "br" : "", answer.header("content-encoding"));
        assertEquals("", answer.header("vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "*;q=0", "gzip;q=0.1, identity", "identity;q=0"})
    void respectsTheClient(String accepted) throws Exception {
        Answer answer = get("/text", "accept-encoding", accepted);

        assertEquals(200, answer.status());
        assertEquals(CompressedTable.TEXT, answer.text());
        assertEquals("Accept-Encoding", answer.header("vary"));
    }

    @ParameterizedTest
    @CsvSource({"cross-site,''", "same-site,''", "same-origin,gzip", "none,gzip"})
    void doesNotCompressForPagesOfOtherSites(String site, String coding) throws Exception {
        Answer answer = get("/text", "accept-encoding", "gzip", "sec-fetch-site", site);

        assertEquals(coding, answer.header("content-encoding"));
    }

    @Test
    void compressesNothingUnlessTheSettingAsksForIt() throws Exception {
        app.close();
        app = run();

        Answer answer = get("/text", "accept-encoding", "gzip");

        assertEquals("", answer.header("content-encoding"));
        assertEquals("", answer.header("vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/tagged", "/written"})
    void announcesTheSameToHead(String path) throws Exception {
        Answer get = get(path, "accept-encoding", "gzip");
        Answer head = send("1", "HEAD", path, "accept-encoding", "gzip");

        for (String field : List.of("content-encoding", "vary", "etag", "content-type", "content-length")) {
            assertEquals(get.header(field), head.header(field), field);
        }
        assertEquals("gzip", head.header("content-encoding"));
    }

    @Test
    void treatsTheCodingAsPartOfTheVersion() throws Exception {
        Answer coded = get("/tagged", "accept-encoding", "gzip");
        assertEquals("\"v1--gzip\"", coded.header("etag"));
        assertEquals("\"v1\"", get("/tagged").header("etag"));

        Answer same = get("/tagged", "accept-encoding", "gzip", "if-none-match", "\"v1--gzip\"");
        assertEquals(304, same.status());
        assertEquals("\"v1--gzip\"", same.header("etag"));
        assertEquals("Accept-Encoding", same.header("vary"));
        assertEquals("", same.header("content-encoding"));
        assertEquals(
                200,
                get("/tagged", "accept-encoding", "gzip", "if-none-match", "\"v0--gzip\"")
                        .status());
        assertEquals(
                412,
                get("/tagged", "accept-encoding", "gzip", "if-match", "\"v0--gzip\"")
                        .status());
    }

    /** A client that has read the compressed version may change it. */
    @ParameterizedTest
    @CsvSource({"v1--gzip,204", "v1,204", "v0--gzip,412", "v1--zip,412", "--gzip,412"})
    void acceptsTheTagOfTheCodingForChanges(String tag, int status) throws Exception {
        assertEquals(
                status, send("1", "PUT", "/tagged", "if-match", '"' + tag + '"').status());
    }

    @Test
    void keepsWeakTags() throws Exception {
        Answer answer = get("/weak", "accept-encoding", "gzip");

        assertEquals("gzip", answer.header("content-encoding"));
        assertEquals("W/\"v1\"", answer.header("etag"));
    }

    @Test
    void answersContentThatFailsAtOnce() throws Exception {
        Answer answer = get("/fails?after=0", "accept-encoding", "gzip");

        assertEquals(500, answer.status());
        assertEquals("", answer.header("content-encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fails?after=1000000", "/broken"})
    void cutsContentThatFailsLater(String path) throws Exception {
        Answer answer = get(path, "accept-encoding", "gzip");

        assertEquals("gzip", answer.header("content-encoding"));
        assertFalse(answer.complete());
    }

    /** The first part can be decoded although the second one never comes. */
    @Test
    void sendsEachPartAtOnce() throws Exception {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("GET /slow HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
            assertTrue(raw.readHead().contains("Content-Encoding: gzip"));
            int size = Integer.parseInt(readLine(raw), 16);

            byte[] part = raw.readFully(size);

            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(part))) {
                assertEquals("the first part\n", new String(in.readNBytes(15), UTF_8));
            }
        }
    }

    private static String readLine(RawSocket raw) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append(new String(raw.readFully(1), StandardCharsets.ISO_8859_1));
        }
        return line.toString().strip();
    }

    @Test
    void limitsCompressorsAndReleasesThoseOfAbortedResponses() throws Exception {
        List<RawSocket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                RawSocket raw = new RawSocket(app.port());
                stalled.add(raw);
                raw.write("GET /slow HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
                assertTrue(raw.readHead().contains("Content-Encoding: gzip"), "response " + i);
            }
            assertEquals("", get("/parts", "accept-encoding", "gzip").header("content-encoding"));
            assertEquals("gzip", get("/text", "accept-encoding", "gzip").header("content-encoding"));
        } finally {
            for (RawSocket raw : stalled) {
                raw.reset();
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String coding = "";
        while (coding.isEmpty() && System.nanoTime() < deadline) {
            coding = get("/parts", "accept-encoding", "gzip").header("content-encoding");
        }
        assertEquals("gzip", coding);
    }
}
