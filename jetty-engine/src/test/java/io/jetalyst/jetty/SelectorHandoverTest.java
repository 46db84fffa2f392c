package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request that blocks stops neither the selector of its connection nor, over HTTP/2, the connection: it waits here until another request
 * releases it, which the same selector has to read.
 */
@Timeout(120)
class SelectorHandoverTest {
    /** An even number, so that the connections of a pair have the same selector if there are two, or four. */
    private static final int PAIRS = 8;

    private static final int ROUNDS = 100;

    private final WaitingRequests requests = new WaitingRequests();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private RunningEngine engine;

    /** A connection of a client. */
    enum Protocol {
        HTTP1 {
            @Override
            ContractClient client(RunningEngine engine) {
                return new Http1Client(engine);
            }
        },
        HTTP1_TLS {
            @Override
            ContractClient client(RunningEngine engine) {
                return new Http1Client(engine, TlsFixture::raw);
            }
        },
        HTTP2 {
            @Override
            ContractClient client(RunningEngine engine) throws IOException {
                return new Http2Client(engine);
            }
        },
        HTTP2_TLS {
            @Override
            ContractClient client(RunningEngine engine) throws IOException {
                return new Http2Client(engine, "https", TlsFixture::rawHttp2);
            }
        };

        abstract ContractClient client(RunningEngine engine) throws IOException;

        RunningEngine start(EngineOptions plain, SelectorHandoverTest test) throws IOException {
            EngineOptions options = name().endsWith("TLS") ? TlsFixture.secured(plain) : plain;
            return new JettyEngine().start(options.blockingHandlers(true), test.requests);
        }
    }

    @AfterEach
    void stop() {
        requests.releaseAll();
        threads.shutdownNow();
        if (engine != null) {
            engine.stop(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void answersWhileOneRequestOfEachConnectionBlocks(Protocol protocol) throws Exception {
        start(protocol);
        List<ContractClient> blocked = clients(protocol, 4 * PAIRS);
        for (ContractClient client : blocked) {
            get(client, "/free");
        }
        List<ContractCall> calls = new ArrayList<>();
        for (int i = 0; i < blocked.size(); i++) {
            calls.add(blocked.get(i).call("GET", "/wait/" + i, 0));
        }
        for (ContractClient other : clients(protocol, PAIRS)) {
            get(other, "/free");
            for (int i = 0; i < 10; i++) {
                get(other, "/free");
            }
        }
        ContractClient last = protocol.client(engine);
        for (int i = 0; i < calls.size(); i++) {
            get(last, "/release/" + i);
            assertEquals("/wait/" + i, calls.get(i).await().text());
        }
    }

    /** The thread that takes over a selector starts, runs, returns and starts again, in any order with the requests. */
    @ParameterizedTest
    @EnumSource(Protocol.class)
    void answersTheRequestThatReleasesABlockedOneAtAnyTime(Protocol protocol) throws Exception {
        start(protocol);
        List<ContractClient> clients = clients(protocol, 3 * PAIRS);
        inParallel(pair -> {
            Random random = new Random(pair);
            ContractClient blocked = clients.get(pair);
            ContractClient sameSelector = clients.get(PAIRS + pair);
            ContractClient other = clients.get(2 * PAIRS + (pair + 1) % PAIRS);
            for (int round = 0; round < ROUNDS; round++) {
                String id = pair + "-" + round;
                for (int free = random.nextInt(3); free > 0; free--) {
                    get(random.nextBoolean() ? sameSelector : blocked, "/free");
                }
                ContractCall call = blocked.call("GET", "/wait/" + id, 0);
                LockSupport.parkNanos(random.nextInt(200_000));
                ContractClient releasing = random.nextInt(4) > 0 ? sameSelector : other;
                get(releasing, "/free");
                get(releasing, "/release/" + id);
                assertEquals("/wait/" + id, call.await().text());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void answersTheRequestThatReleasesTheFirstOfItsConnection(Protocol protocol) throws Exception {
        start(protocol);
        ContractClient releasing = protocol.client(engine);
        for (int i = 0; i < 4 * PAIRS; i++) {
            ContractCall call = protocol.client(engine).call("GET", "/wait/" + i, 0);
            get(releasing, "/release/" + i);
            assertEquals("/wait/" + i, call.await().text());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersTheStreamThatReleasesABlockedOneOfTheSameConnection(boolean tls) throws Exception {
        start(tls ? Protocol.HTTP2_TLS : Protocol.HTTP2);
        inParallel(pair -> {
            RawSocket raw = tls ? TlsFixture.rawHttp2(engine.port()) : new RawSocket(engine.port());
            try (Http2Socket connection = new Http2Socket(raw, new byte[0])) {
                for (int round = 0; round < ROUNDS; round++) {
                    String id = pair + "-" + round;
                    request(connection, 4 * round + 1, tls, "/wait/" + id);
                    request(connection, 4 * round + 3, tls, "/release/" + id);
                    assertEquals(Set.of("/wait/" + id, "/release/" + id), texts(connection, 2));
                }
            }
        });
    }

    /** A thread stops selecting while it runs a request, and the thread before it selects again. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "before, a selector has one thread, which never blocks")
    void answersWhileThreadThatHasSelectedBeforeBlocksAgain() throws Exception {
        start(Protocol.HTTP1);
        List<ContractClient> clients = clients(Protocol.HTTP1, 3 * PAIRS);
        ContractClient first = clients.get(0); // these three have the same selector
        ContractClient second = clients.get(PAIRS);
        ContractClient third = clients.get(2 * PAIRS);

        ContractCall blocked = first.call("GET", "/wait/a", 0);
        get(second, "/free"); // the second thread selects
        ContractCall held = second.call("GET", "/hold/b", 0);
        assertTrue(requests.awaitHeld());
        requests.release("a");
        blocked.await();
        get(third, "/free"); // the first thread selects again
        requests.release("b");
        held.await();
        ContractCall blockedAgain = first.call("GET", "/wait/c", 0);
        get(third, "/free");
        get(third, "/release/c");
        assertEquals("/wait/c", blockedAgain.await().text());
    }

    private static void request(Http2Socket connection, int stream, boolean tls, String path) throws IOException {
        String scheme = tls ? "https" : "http";
        connection.request(
                stream,
                Http2Socket.END_STREAM,
                ":method",
                "GET",
                ":scheme",
                scheme,
                ":path",
                path,
                ":authority",
                "localhost");
    }

    /** The bodies of the next responses, each of which is in one frame. */
    private static Set<String> texts(Http2Socket connection, int responses) throws IOException {
        Set<String> texts = new HashSet<>();
        for (int left = responses; left > 0; ) {
            Http2Socket.Frame frame = connection.next();
            assertNotEquals(Http2Socket.RST_STREAM, frame.type());
            if (frame.type() == Http2Socket.DATA) {
                texts.add(new String(frame.payload(), StandardCharsets.UTF_8));
                left--;
            }
        }
        return texts;
    }

    /** The thread that reads runs the requests that never block, and then the one that blocks. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersPipelinedRequestsThatBlockInTurn(boolean tls) throws Exception {
        Protocol protocol = tls ? Protocol.HTTP1_TLS : Protocol.HTTP1;
        start(protocol);
        List<ContractClient> clients = clients(protocol, PAIRS);
        inParallel(pair -> {
            try (RawSocket raw = tls ? TlsFixture.raw(engine.port()) : new RawSocket(engine.port())) {
                for (int round = 0; round < ROUNDS / 5; round++) {
                    String id = pair + "-" + round;
                    List<String> paths = List.of("/free", "/free", "/wait/" + id, "/free", "/wait/next-" + id, "/free");
                    raw.write(paths.stream().map(SelectorHandoverTest::head).collect(Collectors.joining()));
                    get(clients.get(pair), "/release/" + id);
                    get(clients.get(pair), "/release/next-" + id);
                    for (String path : paths) {
                        raw.readHead();
                        assertEquals(path, new String(raw.readFully(path.length()), StandardCharsets.US_ASCII));
                    }
                }
            }
        });
    }

    private void start(Protocol protocol) throws IOException {
        engine = protocol.start(EngineOptions.of(Listener.http("127.0.0.1", 0)), this);
    }

    private List<ContractClient> clients(Protocol protocol, int count) throws Exception {
        List<ContractClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ContractClient client = protocol.client(engine);
            get(client, "/free"); // connects
            clients.add(client);
        }
        return clients;
    }

    private static void get(ContractClient client, String path) throws Exception {
        assertEquals(path, client.call("GET", path, 0).await().text());
    }

    private static String head(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** The requests of one pair of connections. */
    private interface Rounds {
        void run(int pair) throws Exception;
    }

    private void inParallel(Rounds rounds) throws Exception {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            int pair = i;
            Callable<Void> task = () -> {
                rounds.run(pair);
                return null;
            };
            all.add(threads.submit(task));
        }
        for (Future<Void> each : all) {
            each.get();
        }
    }
}
