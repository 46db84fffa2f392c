package io.jetalyst.jetty.fcgi;

import static io.jetalyst.jetty.fcgi.FcgiSocket.KEEP;
import static io.jetalyst.jetty.fcgi.FcgiSocket.PARAMS;
import static io.jetalyst.jetty.fcgi.FcgiSocket.STDIN;
import static io.jetalyst.jetty.fcgi.FcgiSocket.begin;
import static io.jetalyst.jetty.fcgi.FcgiSocket.get;
import static io.jetalyst.jetty.fcgi.FcgiSocket.join;
import static io.jetalyst.jetty.fcgi.FcgiSocket.pairs;
import static io.jetalyst.jetty.fcgi.FcgiSocket.record;
import static io.jetalyst.jetty.fcgi.FcgiSocket.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Management records, which belong to no request (FastCGI 1.0 §4). */
@Timeout(60)
class FcgiManagementTest {
    private static final int GET_VALUES = 9;
    private static final int GET_VALUES_RESULT = 10;
    private static final int UNKNOWN_TYPE = 11;
    private static final byte[] ASKS = record(GET_VALUES, 0, pairs("FCGI_MPXS_CONNS", ""));
    private static final byte[] VALUES = pairs("FCGI_MPXS_CONNS", "0");

    private static void assertAnswered(FcgiSocket socket) throws IOException {
        FcgiSocket.Record answer = socket.read();
        assertEquals(GET_VALUES_RESULT, answer.type());
        assertEquals(0, answer.id());
        assertArrayEquals(VALUES, answer.content());
    }

    @Test
    void getTheValuesThatTheServerKnows() throws Exception {
        try (FcgiServer server = FcgiServer.describing();
                FcgiSocket socket = server.connect()) {
            socket.write(record(
                    GET_VALUES,
                    0,
                    pairs("FCGI_MPXS_CONNS", "", "OTHER", "", "FCGI_MAX_REQS", "", "FCGI_MAX_REQS", "")));
            FcgiSocket.Record answer = socket.read();
            String text = new String(answer.content(), ISO_8859_1);
            assertTrue(text.matches("\u000f\u0001FCGI_MPXS_CONNS0\r.FCGI_MAX_REQS[1-9][0-9]*"), text);

            socket.write(record(GET_VALUES, 0));
            assertEquals(0, socket.read().content().length);

            socket.write(request(1, KEEP, get("/")));
            assertEquals(200, socket.response(1).status());
            socket.write(ASKS);
            assertAnswered(socket);
        }
    }

    @Test
    void areAnsweredWithTheirTypeIfTheServerDoesNotKnowIt() throws Exception {
        try (FcgiServer server = FcgiServer.describing();
                FcgiSocket socket = server.connect()) {
            for (int type : new int[] {99, GET_VALUES_RESULT, 255}) {
                socket.write(record(type, 0, new byte[40_000]));
                FcgiSocket.Record answer = socket.read();
                assertEquals(UNKNOWN_TYPE, answer.type());
                assertArrayEquals(new byte[] {(byte) type, 0, 0, 0, 0, 0, 0, 0}, answer.content());
            }
            socket.write(request(1, 0, get("/")));
            assertEquals(200, socket.response(1).status());
            assertEquals("", socket.awaitEnd());
        }
    }

    @Test
    void mayArriveInPiecesAndBetweenThoseOfRequest() throws Exception {
        try (FcgiServer server = new FcgiServer(exchange -> exchange.body()
                        .read(100)
                        .whenComplete((bytes, failure) -> exchange.respond(
                                failure == null
                                        ? Response.text("read " + bytes.length)
                                        : Response.of(Status.BAD_REQUEST))));
                FcgiSocket socket = server.connect()) {
            String[] post = get("/", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "6");
            socket.trickle(join(ASKS, begin(1, KEEP)));
            assertAnswered(socket);
            socket.trickle(join(record(PARAMS, 1, pairs(post)), record(PARAMS, 1), record(STDIN, 1, new byte[3])));
            socket.trickle(join(ASKS, record(STDIN, 1, new byte[3]), record(STDIN, 1)));
            assertEquals("read 6", socket.response(1).text());
            assertAnswered(socket);
            socket.write(request(1, KEEP, get("/")));
            assertEquals("read 0", socket.response(1).text());
        }
    }

    @Test
    void areAnsweredAfterTheResponseThatIsAwaited() throws Exception {
        CompletableFuture<Exchange> arrived = new CompletableFuture<>();
        try (FcgiServer server = new FcgiServer(arrived::complete);
                FcgiSocket socket = server.connect()) {
            socket.write(request(1, KEEP, get("/")));
            Exchange exchange = arrived.get(20, TimeUnit.SECONDS);
            socket.write(ASKS);
            exchange.respond(Response.text("late"));
            assertEquals("late", socket.response(1).text());
            assertAnswered(socket);
        }
    }

    @Test
    void endTheConnectionIfThereAreManyDuringRequest() throws Exception {
        CompletableFuture<Exchange> arrived = new CompletableFuture<>();
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        try (FcgiServer server = new FcgiServer(exchange -> {
                    exchange.onAbort(aborted::complete);
                    arrived.complete(exchange);
                });
                FcgiSocket socket = server.connect()) {
            byte[][] many = new byte[1000][];
            Arrays.fill(many, ASKS);
            socket.write(request(1, KEEP, get("/")));
            Exchange exchange = arrived.get(20, TimeUnit.SECONDS);
            socket.write(many);
            aborted.get(20, TimeUnit.SECONDS);
            assertEquals("", socket.awaitEnd());
            exchange.respond(Response.text("late")); // for which the stop of the server waits
        }
    }

    /** The connection stays open longer than a head may take, which another connection measures. */
    @Test
    void beginNoHead() throws Exception {
        try (FcgiServer server = new FcgiServer(
                        options -> options.headTimeout(Duration.ofMillis(300)),
                        exchange -> exchange.respond(Response.text("answered")));
                FcgiSocket socket = server.connect();
                FcgiSocket later = server.connect()) {
            socket.write(ASKS);
            assertAnswered(socket);
            later.write(Arrays.copyOf(request(1, KEEP, get("/")), 30));
            assertEquals("", later.awaitEnd());
            socket.write(request(1, KEEP, get("/")));
            assertEquals("answered", socket.response(1).text());
        }
    }
}
