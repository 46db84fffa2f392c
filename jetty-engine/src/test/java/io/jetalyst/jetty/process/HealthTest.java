package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.health.Health;
import io.jetalyst.health.HealthCheck;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The answers of a server to a load balancer. */
@Timeout(60)
class HealthTest {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

    private final HttpClient client = HttpClient.newHttpClient();

    private static App.Builder app(String... args) {
        return App.builder().args("--port=0").args(args).mount(new HelloTable());
    }

    private String get(RunningApp app, String path) {
        return send(HttpRequest.newBuilder(app.uri().resolve(path)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Check(String name, Health result) implements HealthCheck {
        @Override
        public Health check() {
            return result;
        }
    }

    @Test
    void isAliveAndReady() {
        try (RunningApp app = app().build().start()) {
            assertEquals("200 {\"status\":\"up\"}", get(app, LIVE));
            assertEquals("200 {\"status\":\"up\"}", get(app, READY));
        }
    }

    @Test
    void answersHeadWithoutContentAndOtherMethodsNot() {
        try (RunningApp app = app().build().start()) {
            URI ready = app.uri().resolve(READY);
            assertEquals(
                    "200 ", send(HttpRequest.newBuilder(ready).method("HEAD", HttpRequest.BodyPublishers.noBody())));
            assertTrue(send(HttpRequest.newBuilder(ready).DELETE()).startsWith("404 "));
        }
    }

    @Test
    void isNotReadyWhileACheckIsDown() {
        try (RunningApp app = app().bind(Check.class, new Check("database", Health.down("no route to 10.0.0.7")))
                .build()
                .start()) {
            assertEquals("503 {\"status\":\"down\"}", get(app, READY));
            assertEquals("200 {\"status\":\"up\"}", get(app, LIVE));
        }
    }

    @Test
    void showsTheReasonInDevMode() {
        try (RunningApp app = app("--mode=dev")
                .bind(Check.class, new Check("database", Health.down("no \"route\"")))
                .bind(HealthCheck.class, new Check("disk", Health.up()))
                .build()
                .start()) {
            assertEquals(
                    "503 {\"status\":\"down\",\"checks\":[{\"name\":\"database\",\"status\":\"down\",\"reason\":\"no"
                            + " \\u0022route\\u0022\"},{\"name\":\"disk\",\"status\":\"up\"}]}",
                    get(app, READY));
        }
    }

    @Test
    void isNotReadyBeforeTheHooksOfTheStartHaveReturned() {
        List<String> during = new ArrayList<>();
        try (RunningApp app = app().onStart(starting -> during.add(get(starting, READY)))
                .build()
                .start()) {
            assertEquals(List.of("503 {\"status\":\"starting\"}"), during);
            assertEquals("200 {\"status\":\"up\"}", get(app, READY));
        }
    }

    @Test
    void answersBeforeFiltersAndForEveryHost() throws Exception {
        try (RunningApp app = app("--server.hosts=shop.example")
                        .filter(Filter.nonBlocking((context, next) -> Response.of(Status.FORBIDDEN)))
                        .build()
                        .start();
                RawSocket raw = new RawSocket(app.port())) {
            raw.write("GET " + READY + " HTTP/1.1\r\nHost: 10.0.0.5:8080\r\n\r\n");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void aSettingMovesThePathsOrLeavesThemOut() {
        try (RunningApp app = app("--server.health=/ops/state").build().start()) {
            assertEquals("200 {\"status\":\"up\"}", get(app, "/ops/state/ready"));
            assertTrue(get(app, READY).startsWith("404 "));
        }
        try (RunningApp app = app("--server.health=off").build().start()) {
            assertTrue(get(app, READY).startsWith("404 "));
        }
    }

    @Test
    void rejectsASettingThatIsNoPath() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> app("--server.health=health/").build().start());
        assertEquals(
                "server.health must be off or a path such as /health, not \"health/\" (--server.health).",
                refused.getMessage());
    }

    @Test
    void aRouteOfTheApplicationDecides() {
        try (RunningApp app =
                App.builder().args("--port=0").mount(new OwnHealth()).build().start()) {
            assertEquals("200 mine", get(app, READY));
            assertEquals("200 {\"status\":\"up\"}", get(app, LIVE));
        }
    }

    /** An application's own page for a load balancer. */
    private record OwnHealth() implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(Route.http(HttpMethod.GET, READY, "Own.ready"));
        }

        @Override
        public Result call(int route, Context context) {
            return Results.text("mine");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return false;
        }
    }

    /** The process serves as before until the second SIGTERM, because its delay is long. */
    @Test
    void servesAsBeforeDuringTheDrainDelay(@TempDir Path folder) throws Exception {
        try (AppProcess process =
                AppProcess.start(folder, List.of(), HelloMain.class, "--port=0", "--server.drain-delay=60m")) {
            URI uri = process.listening();
            try (RawSocket raw = new RawSocket(uri.getPort());
                    RawSocket socket = RawSocket.open(uri.getPort(), "/hello")) {
                process.terminate();
                String ready = "";
                while (!ready.equals("503 {\"status\":\"stopping\"}")) {
                    ready = send(HttpRequest.newBuilder(uri.resolve(READY)));
                }
                assertEquals("200 {\"status\":\"up\"}", send(HttpRequest.newBuilder(uri.resolve(LIVE))));
                raw.write("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
                String head = raw.readHead();
                assertTrue(head.startsWith("HTTP/1.1 200 ") && !head.contains("Connection: close"), head);
                RawSocket.open(uri.getPort(), "/hello").close();

                process.terminate();

                assertEquals(1012, socket.readClose());
                assertEquals(0, process.exitCode(30));
            }
        }
    }

    @Test
    void doesNotDelayTheEndOfAFailedStart() {
        App.Builder failing = app("--server.drain-delay=60m").onStart(app -> {
            throw new IllegalStateException("no");
        });
        assertThrows(StartupException.class, () -> failing.build().start());
    }

    @Test
    void aCheckThatHangsIsDownAndIsNotCalledAgain() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> calls = new ArrayList<>();
        HealthCheck hangs = new HealthCheck() {
            @Override
            public String name() {
                return "hangs";
            }

            @Override
            public synchronized Health check() throws InterruptedException {
                calls.add(Thread.currentThread());
                never.await();
                return Health.up();
            }
        };
        try (RunningApp app = app().bind(HealthCheck.class, hangs).build().start()) {
            assertEquals("503 {\"status\":\"down\"}", get(app, READY));
            assertEquals("503 {\"status\":\"down\"}", get(app, READY));
            assertEquals(1, calls.size());
            never.countDown();
            String ready = get(app, READY);
            while (!ready.startsWith("200")) {
                ready = get(app, READY);
            }
        }
    }
}
