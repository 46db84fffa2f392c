package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Converters whose stage completes late, or never. */
@Timeout(60)
class AwaitedConverterTest {
    private static final int REQUESTS = 50;

    private final CompletableFuture<String> stage = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(REQUESTS);
    private final RunningApp app = App.builder()
            .args("--port=0", "--server.answer-timeout=2s")
            .mount(new Table())
            .build()
            .start();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void answers503AndFreesItsThreadsWhenTheTimeHasPassed() throws Exception {
        List<RawSocket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < REQUESTS; i++) {
                RawSocket client = new RawSocket(app.port());
                clients.add(client);
                client.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            }
            for (RawSocket client : clients) {
                assertStatus(503, client);
            }
            assertTrue(ended.await(20, TimeUnit.SECONDS), ended.getCount() + " threads still wait");
        } finally {
            for (RawSocket client : clients) {
                client.close();
            }
        }
        stage.complete("loaded");
        try (RawSocket client = new RawSocket(app.port())) {
            client.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertStatus(200, client);
        }
    }

    private static void assertStatus(int status, RawSocket client) throws IOException {
        StringBuilder answer = new StringBuilder();
        client.readUntilEnd(answer);
        assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())));
    }

    private final class Table implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(Route.http(HttpMethod.GET, "/", "Tasks.task"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            try {
                return Results.text(Params.of(context).await(stage));
            } finally {
                ended.countDown();
            }
        }
    }
}
