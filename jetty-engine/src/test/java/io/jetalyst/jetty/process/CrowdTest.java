package io.jetalyst.jetty.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at one time, and bodies that are much longer than the heap of 64 MiB. The long forms run with the profile {@code long}. */
@Timeout(300)
class CrowdTest {
    private static final int SLOW_CLIENTS = 1_000;
    /** The memory of a connection that waits for its body, with the buffers of Jetty, and some for what else happens meanwhile. */
    private static final long BYTES_PER_CLIENT = 16 * 1024;

    private static final int FIXED_BYTES = 8 << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private AppProcess app;
    private URI uri;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        app = AppProcess.start(folder, List.of("-Xmx64m"), CrowdMain.class, "--server.body-timeout=60s");
        uri = app.listening();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        app.close();
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private String post(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri.resolve(path))
                                .POST(BodyPublishers.ofString("quick"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Threads and memory. */
    private long[] state() throws Exception {
        String[] state = get("/state").split(" ");
        return new long[] {Long.parseLong(state[0]), Long.parseLong(state[1])};
    }

    @Test
    void servesOthersWhileManySendOneByteASecond() throws Exception {
        serveOthersWhileManySend(5);
    }

    @Test
    @Tag("long")
    void servesOthersWhileManySendOneByteASecondForLong() throws Exception {
        serveOthersWhileManySend(30);
    }

    /** Each of the clients sends a body of so many bytes, one each second. */
    private void serveOthersWhileManySend(int bytes) throws Exception {
        assertEquals("5", post("/whole"));
        long[] before = state();
        List<RawSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                RawSocket raw = new RawSocket(uri.getPort());
                slow.add(raw);
                raw.write("POST /whole HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n");
            }
            for (int second = 0; second < bytes - 1; second++) {
                long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
                for (RawSocket raw : slow) {
                    raw.write("x");
                }
                long[] during = state();
                assertTrue(
                        during[0] <= before[0] + SLOW_CLIENTS / 10, during[0] + " threads, " + before[0] + " before");
                assertTrue(
                        during[1] <= before[1] + FIXED_BYTES + SLOW_CLIENTS * BYTES_PER_CLIENT,
                        during[1] + " bytes, " + before[1] + " before");
                assertEquals("5", post("/whole"));
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime()); // the pace of the clients
            }
            for (RawSocket raw : slow) {
                raw.write("x");
                assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
                assertEquals("" + bytes, new String(raw.readFully(("" + bytes).length()), UTF_8));
            }
        } finally {
            for (RawSocket raw : slow) {
                raw.close();
            }
        }
    }

    @Test
    void readsBodyThatIsLongerThanTheHeap() throws Exception {
        upload(256L << 20);
    }

    @Test
    @Tag("long")
    void readsBodyOfFourGibibytes() throws Exception {
        upload(4L << 30);
    }

    private void upload(long bytes) throws Exception {
        byte[] part = new byte[1 << 20];
        try (Socket socket = new Socket("127.0.0.1", uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST /stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + bytes
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            for (long sent = 0; sent < bytes; sent += part.length) {
                socket.getOutputStream().write(part);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertTrue(answer.endsWith("\r\n\r\n" + bytes), answer);
        }
        assertEquals("", app.errors());
    }

    @Test
    void endsDownloadThatTheClientCuts() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (InputStream body = client.send(
                            HttpRequest.newBuilder(uri.resolve("/download")).build(), BodyHandlers.ofInputStream())
                    .body()) {
                body.readNBytes(10 << 20);
            }
        }
        assertEquals("5", post("/whole"));
        assertEquals("", app.errors());
    }

    @Test
    @Tag("long")
    void sendsDownloadOfFourGibibytes() throws Exception {
        long length = 0;
        try (InputStream body = client.send(
                        HttpRequest.newBuilder(uri.resolve("/download")).build(), BodyHandlers.ofInputStream())
                .body()) {
            byte[] part = new byte[1 << 16];
            for (int count = body.read(part); count >= 0; count = body.read(part)) {
                length += count;
            }
        }
        assertEquals(CrowdMain.DOWNLOAD_BYTES, length);
    }

    @Test
    void givesEachOfManyRequestsItsOwnAnswer() throws Exception {
        sendMarkers(2_000);
    }

    @Test
    @Tag("long")
    void givesEachOfAHundredThousandRequestsItsOwnAnswer() throws Exception {
        sendMarkers(100_000);
    }

    /** Each request has a marker of its own in path, query, header, cookie, body and part. */
    private void sendMarkers(int requests) throws Exception {
        int clients = 50;
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int first = i * (requests / clients);
            running.add(threads.submit(() -> {
                MarkedRequests marked = new MarkedRequests(uri);
                for (int k = first; k < first + requests / clients; k++) {
                    marked.check(k);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(4, TimeUnit.MINUTES);
        }
        assertEquals("", app.errors());
    }

    @Test
    @Tag("long")
    void showsChromiumTheRefusalOfEachUpload() throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(chromium) || System.getenv("CI") != null, "Chromium is not installed");
        Process browser = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir="
                                + Path.of("target", "chromium")
                                        .toAbsolutePath(), // which it writes to until it has ended
                        uri.resolve("/page").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String seen = threads.submit(this::report).get(2, TimeUnit.MINUTES);
            assertTrue(seen.matches("\\{\"413 \\d+\":100}"), seen);
        } finally {
            browser.destroy();
        }
    }

    /** The line that the page has sent to the application; it prints others first. */
    private String report() throws IOException {
        String line = app.line();
        while (!line.startsWith("{") && !line.equals("null")) {
            line = app.line();
        }
        return line;
    }
}
