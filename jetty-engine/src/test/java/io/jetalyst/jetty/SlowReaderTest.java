package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that read a response more slowly than the minimum data rate. */
@Timeout(60)
class SlowReaderTest {
    private static final int BYTES = 64 * 1024 * 1024; // more than the buffers of the kernel

    private final Rejections rejections = new Rejections();

    @TempDir
    Path folder;

    /** So high a rate that no client of this test that reads a byte now and then reaches it. */
    private EngineOptions strict(EngineOptions options) {
        return options.rejections(rejections)
                .bodyTimeout(Duration.ofMillis(500))
                .minDataRate(100_000);
    }

    private Path file() throws IOException {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BYTES);
        }
        return file;
    }

    /** A connection for which the kernel buffers little. */
    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return socket;
    }

    @Test
    void disconnectsClientThatReadsAByteNowAndThen() throws Exception {
        Path file = file();
        try (TestServer server = TestServer.http(this::strict, exchange -> exchange.respond(Response.file(file)));
                RawSocket raw = new RawSocket(connect(server.port()))) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            raw.readHead();
            while (rejections.count(ServerLimit.RESPONSE_RATE) == 0) {
                raw.readFully(1);
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThrows(IOException.class, () -> raw.readFully(BYTES));
            assertEquals(1, rejections.count(ServerLimit.RESPONSE_RATE));
        }
    }

    @Test
    void servesClientThatReadsFastEnough() throws Exception {
        Path file = file();
        try (TestServer server = TestServer.http(this::strict, exchange -> exchange.respond(Response.file(file)))) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri("http", "/")).build();
            byte[] body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofByteArray())
                    .body();
            assertEquals(BYTES, body.length);
            assertEquals(0, rejections.count(ServerLimit.RESPONSE_RATE));
        }
    }

    @Test
    void disconnectsClientThatOpensItsWindowByteByByte() throws Exception {
        byte[] content = new byte[1024 * 1024];
        try (TestServer server = TestServer.http(
                        this::strict,
                        exchange -> exchange.respond(Response.bytes("application/octet-stream", content)));
                Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/");
            byte[] one = ByteBuffer.allocate(4).putInt(1).array();
            IOException end = assertThrows(IOException.class, () -> {
                while (true) {
                    client.send(Http2Socket.WINDOW_UPDATE, 0, 0, one);
                    client.send(Http2Socket.WINDOW_UPDATE, 0, 1, one);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            });
            assertTrue(rejections.count(ServerLimit.RESPONSE_RATE) == 1, () -> end + " " + rejections);
        }
    }
}
