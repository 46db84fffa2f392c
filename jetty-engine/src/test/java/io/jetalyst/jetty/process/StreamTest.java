package io.jetalyst.jetty.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents of more than 100 MB from a server with a heap of 40 MB. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamTest {
    private static final long BYTES = (long) StreamMain.PARTS * StreamMain.PART_BYTES;

    private final HttpClient client = HttpClient.newHttpClient();

    private AppProcess app;
    private URI uri;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BYTES);
        }
        app = AppProcess.start(folder, List.of("-Xmx40m"), StreamMain.class, file.toString());
        uri = app.listening();
    }

    @AfterAll
    void end() {
        app.close();
    }

    @Test
    void sendsFiveMillionRows() throws Exception {
        try (BufferedReader rows =
                new BufferedReader(new InputStreamReader(get("/rows").body(), UTF_8))) {
            assertEquals("id,name,square", rows.readLine());
            long count = 0;
            String last = "";
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                last = row;
                count++;
            }
            assertEquals(StreamMain.ROWS, count);
            assertEquals("4999999,Zoë 4999999,24999990000001", last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lines/stream", "/lines/publisher"})
    void sendsAMillionLinesOfJson(String path) throws Exception {
        HttpResponse<InputStream> response = get(path);
        assertEquals(
                "application/x-ndjson",
                response.headers().firstValue("Content-Type").orElseThrow());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            long count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertEquals("{\"id\":" + count++ + ",\"name\":\"Zoë\"}", line);
            }
            assertEquals(StreamMain.LINES, count);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/file", "/input", "/parts"})
    void sendsContentLongerThanTheHeap(String path) throws Exception {
        assertEquals(BYTES, length(get(path).body()));
    }

    @Test
    void sendsRangesLongerThanTheHeap() throws Exception {
        HttpResponse<InputStream> response = get("/file", "Range", "bytes=0-0,1000-");

        assertEquals(206, response.statusCode());
        long length = response.headers().firstValueAsLong("Content-Length").orElseThrow();
        assertTrue(length > BYTES - 1000, "" + length);
        assertEquals(length, length(response.body()));
    }

    @Test
    void answers500IfTheWriterFailsAtOnce() throws Exception {
        HttpResponse<InputStream> response = get("/fails-at-once");

        assertEquals(500, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void cutsAndLogsContentWhoseWriterFailsLate() throws Exception {
        HttpResponse<InputStream> response = get("/fails-late");

        assertEquals(200, response.statusCode());
        assertThrows(IOException.class, () -> length(response.body()));
        assertTrue(app.errors().contains("java.lang.IllegalStateException: database"), app.errors());
    }

    @Test
    void stopsWritingForClientThatHasGone() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (InputStream body = get("/rows").body()) {
                assertEquals('i', body.read());
            }
        }
        assertEquals(BYTES, length(get("/input").body()));
        String errors = app.errors();
        assertFalse(errors.contains("EofException") || errors.contains("SocketException"), errors);
    }

    private static long length(InputStream body) throws IOException {
        try (body) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                length += count;
            }
            return length;
        }
    }

    private HttpResponse<InputStream> get(String path, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }
}
