package io.jetalyst.jetty.fcgi;

import static io.jetalyst.jetty.fcgi.FcgiSocket.KEEP;
import static io.jetalyst.jetty.fcgi.FcgiSocket.get;
import static io.jetalyst.jetty.fcgi.FcgiSocket.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.jetty.fcgi.FcgiSocket.Record;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The begin and the end of connections of web servers. */
@Timeout(60)
class FcgiConnectionTest {
    @Test
    void endsWhenItIsIdle() throws Exception {
        try (FcgiServer server = new FcgiServer(
                        options -> options.idleTimeout(Duration.ofSeconds(2)),
                        exchange -> exchange.respond(Response.text("answered")));
                FcgiSocket silent = server.connect();
                FcgiSocket socket = server.connect()) {
            socket.write(request(1, KEEP, get("/")));
            assertEquals("answered", socket.response(1).text());
            assertEquals("", socket.awaitEnd());
            assertEquals("", silent.awaitEnd());
        }
    }

    @Test
    void waitsForAnswersLongerThanItMayBeIdle() throws Exception {
        try (FcgiServer server = new FcgiServer(
                        options -> options.idleTimeout(Duration.ofSeconds(1)),
                        exchange -> CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                                .execute(() -> exchange.respond(Response.text("answered"))));
                FcgiSocket socket = server.connect()) {
            socket.write(request(1, KEEP, get("/")));
            assertEquals("answered", socket.response(1).text());
        }
    }

    /** All clients of a web server have its address. */
    @Test
    void isNotCountedForTheAddressOfTheWebServer() throws Exception {
        try (FcgiServer server = new FcgiServer(
                options -> options.maxConnectionsPerAddress(1),
                exchange -> exchange.respond(Response.text("answered")))) {
            List<FcgiSocket> sockets = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                sockets.add(server.connect());
            }
            for (FcgiSocket socket : sockets) {
                socket.write(request(1, KEEP, get("/")));
                assertEquals("answered", socket.response(1).text());
                socket.close();
            }
        }
    }

    @Test
    void endsBehindItsResponseWhenTheServerStops() throws Exception {
        CompletableFuture<Exchange> held = new CompletableFuture<>();
        try (FcgiServer server = new FcgiServer(held::complete);
                FcgiSocket idle = server.connect();
                FcgiSocket socket = server.connect()) {
            socket.write(request(1, KEEP, get("/")));
            Exchange exchange = held.get(20, TimeUnit.SECONDS);
            server.engine().drain();
            exchange.respond(Response.text("last"));
            assertEquals("last", socket.response(1).text());
            assertEquals("", socket.awaitEnd());
            server.engine().stop(Duration.ofSeconds(10));
            assertEquals("", idle.awaitEnd());
        }
    }

    @Test
    void isClosedOnceWhenManyClientsAbort() throws Exception {
        try (FcgiServer server = new FcgiServer(exchange ->
                exchange.body().read(100).whenComplete((bytes, failure) -> exchange.respond(Response.text("read"))))) {
            for (int i = 0; i < 200; i++) {
                FcgiSocket socket = server.connect();
                byte[] whole = FcgiSocket.join(
                        FcgiSocket.begin(1, KEEP),
                        FcgiSocket.record(
                                FcgiSocket.PARAMS,
                                1,
                                FcgiSocket.pairs(get("/", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "9"))),
                        FcgiSocket.record(FcgiSocket.PARAMS, 1),
                        FcgiSocket.record(FcgiSocket.STDIN, 1, new byte[9]),
                        FcgiSocket.record(FcgiSocket.STDIN, 1));
                socket.write(Arrays.copyOf(whole, 1 + i * (whole.length - 1) / 199));
                socket.reset();
            }
            while (server.engine().idle().isZero()) {
                Thread.onSpinWait(); // until the last connection is closed
            }
        }
    }

    /** nginx takes a connection that is closed for the end of such content. */
    @Test
    void endsWithMalformedRecordIfContentFails() throws Exception {
        try (FcgiServer server = new FcgiServer(exchange -> exchange.respond(Response.write("text/plain", out -> {
                    out.write(new byte[100_000]);
                    out.flush();
                    throw new IOException("the content ends here");
                })));
                FcgiSocket socket = server.connect()) {
            socket.write(request(1, KEEP, get("/")));
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            do {
                Record record = socket.read();
                assertEquals(FcgiSocket.STDOUT, record.type());
                output.writeBytes(record.content());
            } while (FcgiSocket.parse(output.toByteArray()).body().length < 100_000);
            assertEquals("\0".repeat(8), socket.awaitEnd());
        }
    }
}
