package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.jetty.Http2Frame;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a heap of 64 MB whose clients ask for more than that over HTTP/2 and open no window (RFC 9113 §10.5). */
@Timeout(120)
class FloodTest {
    private static final int CLIENTS = 4;
    /** Each client: 200 MB. The server allows 128 at a time. */
    private static final int STREAMS = 1_000;

    /** The classes of an error in the log of the JVM; it makes those of lambdas and of its own method handles as it needs them. */
    private static final Pattern OF_ERRORS = Pattern.compile(
            "\\] (io\\.jetalyst|org\\.slf4j|java\\.util\\.(UUID|stream)|java\\.lang\\.(Throwable|StackTrace))");

    private static final long MAX_HEAP_BYTES = 48 * 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<RawSocket> attackers = new ArrayList<>();
    private AppProcess app;
    private URI uri;

    @AfterEach
    void end() {
        attackers.forEach(RawSocket::reset);
        app.close();
    }

    private void start(Path folder, String... options) throws IOException {
        app = AppProcess.start(folder, List.of(options), FloodMain.class);
        uri = app.listening();
    }

    @Test
    void answersOthersWhileClientsOpenManyStreamsAndNoWindow(@TempDir Path folder) throws Exception {
        start(folder, "-Xmx64m");
        for (int i = 0; i < CLIENTS; i++) {
            attack();
        }
        for (int i = 0; i < 20; i++) {
            assertEquals("small", get("/small").body());
        }
        long used = Long.parseLong(get("/heap").body());
        assertTrue(used < MAX_HEAP_BYTES, used + " bytes are in use");

        attackers.forEach(RawSocket::reset);

        // The server counts the bytes of a connection until it has noticed its end; the test's time bounds the loop.
        while (!isLargeAnswered()) {
            Thread.onSpinWait();
        }
        assertTrue(app.isAlive());
        assertFalse(app.errors().contains("OutOfMemoryError"), app::errors);
    }

    private boolean isLargeAnswered() throws InterruptedException {
        try {
            return get("/large").body().length() == FloodMain.LARGE_BYTES;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Requests large responses until all streams are opened, or the server has ended the connection. It stays open. */
    private void attack() throws IOException {
        RawSocket raw = new RawSocket(uri.getPort());
        attackers.add(raw);
        raw.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        raw.write(Http2Frame.of(4, 0, 0, new byte[] {0, 4, 0, 0, 0, 0})); // SETTINGS_INITIAL_WINDOW_SIZE = 0
        try {
            for (int i = 0; i < STREAMS; i++) {
                raw.write(Http2Frame.of(1, 5, 2 * i + 1, head("/large"))); // HEADERS with END_STREAM and END_HEADERS
                if (i % 100 == 99) {
                    awaitPing(raw);
                }
            }
        } catch (IOException ended) {
            assertTrue(app.isAlive(), ended::toString);
        }
    }

    /** Reads until the server has handled all frames that were sent before. */
    private static void awaitPing(RawSocket raw) throws IOException {
        raw.write(Http2Frame.of(6, 0, 0, new byte[8]));
        while (true) {
            ByteBuffer head = ByteBuffer.wrap(raw.readFully(9));
            int length = (head.get() & 0xff) << 16 | head.getShort() & 0xffff;
            byte type = head.get();
            byte flags = head.get();
            raw.readFully(length);
            if (type == 6 && flags == 1) {
                return;
            }
        }
    }

    /** A GET with indexed fields, and literal fields whose names are indexed (RFC 7541 §6.1 and §6.2.2). */
    private static byte[] head(String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 4, (byte) path.length()});
        block.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(new byte[] {1, 9});
        block.writeBytes("localhost".getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }

    /** When memory is exhausted, a class may fail to load, and then never loads again. */
    @Test
    void loadsTheClassesOfItsErrorsAtTheStart(@TempDir Path folder) throws Exception {
        Path loads = folder.resolve("loads.txt");
        start(folder, "-Xmx64m", "-Xlog:class+load:file=" + loads + "::filecount=0");
        assertEquals(200, get("/small").statusCode());
        assertEquals(404, get("/nowhere").statusCode());
        int before = Files.readAllLines(loads).size();

        HttpResponse<String> response = get("/fails");

        assertEquals(500, response.statusCode());
        assertTrue(response.body().contains("urn:uuid:"), response::body);
        List<String> all = Files.readAllLines(loads);
        List<String> late = all.subList(before, all.size()).stream()
                .filter(line -> OF_ERRORS.matcher(line).find() && !line.contains("Lambda"))
                .toList();
        assertEquals(List.of(), late);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString());
    }
}
