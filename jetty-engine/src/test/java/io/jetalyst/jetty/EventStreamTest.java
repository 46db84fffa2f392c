package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.sse.Events;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events of a topic over both versions of HTTP. */
@Timeout(120)
class EventStreamTest {
    private static final int IDLE = 300;

    private final Table table = new Table();
    private RunningApp app;

    @BeforeEach
    void start() {
        app = App.builder()
                .args("--port=0", "--server.stop-timeout=60s", "--server.max-connections-per-address=1000")
                .mount(table)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private ContractClient client(String protocol) throws IOException {
        return protocol.equals("1") ? new Http1Client(app.port(), app::close) : new Http2Client(app.port(), app::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void endsTheStreamsWhenTheServerStops(String protocol) throws Exception {
        try (ContractClient client = client(protocol)) {
            ContractCall call = client.call("GET", "/events", 0);
            call.awaitText(":\n\n");
            long begin = System.nanoTime();

            client.stop();

            Answer answer = call.await();
            assertEquals(200, answer.status());
            assertTrue(answer.complete());
            assertEquals(":\n\n", answer.text());
            assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(50), "the stop waited for its timeout");
        }
    }

    @Test
    void idleStreamsNeedNoThreads() throws Exception {
        List<RawSocket> streams = new ArrayList<>();
        try {
            open(streams, IDLE);
            awaitNoThreadInAResponse();
            table.topic.publish("to all").toCompletableFuture().get(20, TimeUnit.SECONDS);
            for (RawSocket stream : streams) {
                StringBuilder received = new StringBuilder();
                while (received.indexOf("to all") < 0) {
                    received.append((char) stream.readFully(1)[0]);
                }
            }
        } finally {
            for (RawSocket stream : streams) {
                stream.close();
            }
        }
    }

    private void open(List<RawSocket> streams, int count) throws Exception {
        while (streams.size() < count) {
            RawSocket stream = new RawSocket(app.port());
            streams.add(stream);
            stream.write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
            stream.readHead();
        }
        awaitSubscribers(count);
    }

    private void awaitSubscribers(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (table.topic.subscribers() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(count, table.topic.subscribers());
    }

    private static void awaitNoThreadInAResponse() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        long busy = threadsInResponses();
        while (busy > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            busy = threadsInResponses();
        }
        assertEquals(0, busy, "threads for " + IDLE + " idle streams");
    }

    /** The threads that run or wait in code of the pipeline, of events or of the sender of responses. */
    private static long threadsInResponses() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).map(StackTraceElement::getClassName).anyMatch(EventStreamTest::isOfResponses))
                .count();
    }

    private static boolean isOfResponses(String className) {
        return className.startsWith("io.jetalyst.internal.pipeline")
                || className.startsWith("io.jetalyst.sse")
                || className.startsWith("io.jetalyst.jetty.ResponseSender")
                || className.startsWith("io.jetalyst.jetty.PublisherSender");
    }

    private static final class Table implements TestTable {
        private Topic<String> topic;

        @Override
        public List<Route> routes() {
            return List.of(Route.http(HttpMethod.GET, "/events", "Test.events"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            topic = bindings.get(Topics.class).topic("news", String.class, TopicOptions.DEFAULT.history(10));
            return this;
        }

        @Override
        public Result call(int route, Context context) {
            Response response = Results.events(context, Results::utf8, Events.of(topic));
            return response;
        }
    }
}
