package io.jetalyst.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests RFC 7692 with the clients of Jetty and Netty: 216 cases, each with both clients, both endpoints, and messages whole and in parts. The
 * report is {@code target/deflate/matrix.csv}.
 */
@Tag("deflate")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeflateMatrixTest {
    /** The number of failures after which the rest is skipped, because a failed case may take as long as all others together. */
    private static final int TOO_MANY = 10;

    private final Map<String, EchoClient> clients = new LinkedHashMap<>();
    private final List<String> report = new ArrayList<>(List.of(DeflateRun.COLUMNS));
    private RunningApp app;
    private WireTap tap;
    private int failed;

    @BeforeAll
    void start() throws Exception {
        app = ConformanceApp.app("--port=0").start();
        tap = new WireTap(app.port());
        clients.put("Jetty", new JettyClient());
        clients.put("Netty", new NettyClient());
    }

    @AfterAll
    void stop() throws Exception {
        write(report);
        for (EchoClient client : clients.values()) {
            client.close();
        }
        tap.close();
        app.close();
    }

    private static void write(List<String> report) throws IOException {
        Path folder = Path.of(System.getProperty("deflate.reports"));
        Files.createDirectories(folder);
        Files.write(folder.resolve("matrix.csv"), report);
    }

    @Test
    void thereAre216Cases() {
        assertEquals(216, DeflateCase.all().distinct().count());
    }

    static Stream<DeflateCase> cases() {
        return DeflateCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void echoesCompressedMessages(DeflateCase what) throws Exception {
        assumeTrue(failed < TOO_MANY, "nothing more is to be learned");
        List<String> failures = new ArrayList<>();
        for (DeflateRun run : runs(what)) {
            DeflateRun.Result result = run.play(clients.get(run.client()), tap);
            report.add(result.row());
            result.failures().forEach(failure -> failures.add(run + ": " + failure));
        }
        failed += failures.isEmpty() ? 0 : 1;
        assertEquals("", String.join("\n", failures));
    }

    private List<DeflateRun> runs(DeflateCase what) {
        return clients.keySet().stream()
                .flatMap(client -> Stream.of(DeflateEndpoint.values())
                        .flatMap(endpoint ->
                                Stream.of(false, true).map(inParts -> new DeflateRun(what, endpoint, client, inParts))))
                .toList();
    }
}
