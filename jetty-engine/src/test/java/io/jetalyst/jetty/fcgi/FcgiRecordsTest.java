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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that a web server never sends. They end their connection, and nothing else. */
@Timeout(60)
class FcgiRecordsTest {
    private static final byte[] HEAD = join(begin(1, KEEP), record(PARAMS, 1, pairs(get("/"))), record(PARAMS, 1));

    /** The bytes that a peer sends before it waits for the end of the connection. */
    private static Map<String, byte[]> malformed() {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("HTTP", "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        all.put("another version", new byte[] {2, 1, 0, 1, 0, 0, 0, 0});
        all.put("an unknown type", record(99, 1, new byte[4]));
        all.put("a type of the application", record(FcgiSocket.STDOUT, 1, new byte[4]));
        all.put("a management record that is cut", record(9, 0, (byte) 14, (byte) 0, (byte) 'F'));
        all.put("a begin without a request", record(FcgiSocket.BEGIN, 0, new byte[8]));
        all.put("a short begin", record(FcgiSocket.BEGIN, 1, new byte[7]));
        all.put("a long begin", record(FcgiSocket.BEGIN, 1, new byte[9]));
        all.put("another role", record(FcgiSocket.BEGIN, 1, new byte[] {0, 2, 1, 0, 0, 0, 0, 0}));
        all.put("parameters before a begin", record(PARAMS, 1, pairs("a", "b")));
        all.put("content before a begin", record(STDIN, 1, new byte[5]));
        all.put("an abort before a begin", record(FcgiSocket.ABORT, 1));
        all.put("content before the end of the parameters", join(begin(1, KEEP), record(STDIN, 1, new byte[5])));
        all.put("two begins", join(begin(1, KEEP), begin(1, KEEP)));
        all.put("two requests at once", join(begin(1, KEEP), begin(2, KEEP)));
        all.put("parameters of another request", join(begin(1, KEEP), record(PARAMS, 2, pairs("a", "b"))));
        all.put("content of another request", join(HEAD, record(STDIN, 2, new byte[5])));
        all.put("parameters after their end", join(HEAD, record(PARAMS, 1, pairs("a", "b"))));
        all.put(
                "a parameter longer than its records",
                join(begin(1, KEEP), record(PARAMS, 1, new byte[] {1, 100, 'a'}), record(PARAMS, 1)));
        all.put(
                "a parameter of 2 GiB",
                join(
                        begin(1, KEEP),
                        record(PARAMS, 1, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 'a'}),
                        record(PARAMS, 1)));
        all.put("a cut length", join(begin(1, KEEP), record(PARAMS, 1, new byte[] {1, -1, 0}), record(PARAMS, 1)));
        all.put("an abort of a head", join(begin(1, KEEP), record(FcgiSocket.ABORT, 1)));
        return all;
    }

    @Test
    void endTheirConnection() throws Exception {
        try (FcgiServer server = FcgiServer.describing();
                FcgiSocket other = server.connect()) {
            for (Map.Entry<String, byte[]> each : malformed().entrySet()) {
                try (FcgiSocket socket = server.connect()) {
                    socket.write(each.getValue());
                    assertEquals("", socket.awaitEnd(), each.getKey());
                }
                other.write(request(1, KEEP, get("/other")));
                assertEquals(200, other.response(1).status(), each.getKey());
            }
        }
    }

    @Test
    void abortRequestThatIsAnswered() throws Exception {
        for (byte[] each : new byte[][] {
            record(FcgiSocket.ABORT, 1), record(99, 1), begin(2, KEEP), record(STDIN, 1, new byte[3]), new byte[] {7}
        }) {
            CompletableFuture<Exchange> arrived = new CompletableFuture<>();
            CompletableFuture<Throwable> aborted = new CompletableFuture<>();
            try (FcgiServer server = new FcgiServer(exchange -> {
                        exchange.onAbort(aborted::complete);
                        arrived.complete(exchange);
                    });
                    FcgiSocket socket = server.connect()) {
                socket.write(request(1, KEEP, get("/")));
                Exchange exchange = arrived.get(20, TimeUnit.SECONDS);
                socket.write(each.length == 1 ? join(each, new byte[7]) : each);
                aborted.get(20, TimeUnit.SECONDS);
                exchange.respond(Response.text("nobody reads this"));
                assertEquals("", socket.awaitEnd());
            }
        }
    }

    @Test
    void failContentThatIsRead() throws Exception {
        for (byte[] each : new byte[][] {record(FcgiSocket.ABORT, 1), record(99, 1), record(STDIN, 2, new byte[3])}) {
            CompletableFuture<byte[]> read = new CompletableFuture<>();
            CompletableFuture<Void> arrived = new CompletableFuture<>();
            try (FcgiServer server = new FcgiServer(exchange -> {
                        exchange.body().read(100).whenComplete((bytes, failure) -> {
                            exchange.respond(Response.text("read"));
                            read.completeExceptionally(failure == null ? new AssertionError() : failure);
                        });
                        arrived.complete(null);
                    });
                    FcgiSocket socket = server.connect()) {
                String[] post = get("/", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "9");
                socket.write(begin(1, KEEP), record(PARAMS, 1, pairs(post)), record(PARAMS, 1));
                socket.write(record(STDIN, 1, new byte[3]));
                arrived.get(20, TimeUnit.SECONDS);
                socket.write(each);
                assertThrows(ExecutionException.class, () -> read.get(20, TimeUnit.SECONDS));
                socket.awaitEnd(); // perhaps after the response
            }
        }
    }

    /** A body that is shorter than its length is no end of the client, so the response arrives. */
    @Test
    void haveContentOfAnotherLength() throws Exception {
        try (FcgiServer server = new FcgiServer(exchange -> exchange.body()
                .read(100)
                .whenComplete((bytes, failure) ->
                        exchange.respond(failure == null ? Response.text("read") : Response.of(Status.BAD_REQUEST))))) {
            for (int length : new int[] {1, 5}) {
                try (FcgiSocket socket = server.connect()) {
                    String[] post = get("/", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "3");
                    socket.write(begin(1, KEEP), record(PARAMS, 1, pairs(post)), record(PARAMS, 1));
                    socket.write(record(STDIN, 1, new byte[length]), record(STDIN, 1));
                    assertEquals(400, socket.response(1).status(), length + " bytes");
                }
            }
        }
    }

    @Test
    void areReadFromWebServersOnly() throws Exception {
        try (FcgiServer server = new FcgiServer(
                        options -> options.proxies(peer -> false),
                        exchange -> exchange.respond(Response.text("answered")));
                FcgiSocket socket = server.connect()) {
            assertEquals("", socket.awaitEnd());
        }
    }

    @Test
    void neverArriveWhole() throws Exception {
        byte[] whole = request(1, KEEP, get("/"));
        List<FcgiSocket> sockets = new ArrayList<>();
        try (FcgiServer server = new FcgiServer(
                options -> options.headTimeout(Duration.ofSeconds(1)),
                exchange -> exchange.respond(Response.text("answered")))) {
            for (int length : new int[] {1, 8, 12, 16, 30, whole.length - 17, whole.length - 9}) {
                FcgiSocket socket = server.connect();
                sockets.add(socket);
                socket.write(Arrays.copyOf(whole, length));
            }
            for (FcgiSocket socket : sockets) {
                assertEquals("", socket.awaitEnd(), "socket " + sockets.indexOf(socket));
                socket.close();
            }
        }
    }

    @Test
    void haveRandomBytes() throws Exception {
        Random random = new Random(7);
        byte[] whole = request(1, KEEP, get("/"));
        List<FcgiSocket> ended = new ArrayList<>(); // by the server
        try (FcgiServer server = new FcgiServer(
                options -> options.headTimeout(Duration.ofSeconds(2)).idleTimeout(Duration.ofSeconds(2)),
                exchange -> exchange.respond(Response.text("answered")))) {
            for (int i = 0; i < 300; i++) {
                byte[] changed = whole.clone();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                FcgiSocket socket = server.connect();
                socket.write(changed);
                if (i % 10 == 0) {
                    ended.add(socket);
                } else {
                    socket.close();
                }
            }
            for (FcgiSocket socket : ended) {
                socket.awaitEnd();
                socket.close();
            }
            try (FcgiSocket socket = server.connect()) {
                socket.write(whole);
                assertEquals("answered", socket.response(1).text());
            }
        }
    }
}
