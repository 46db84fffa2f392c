package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.pipeline.Pipeline;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.route.Route;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import io.jetalyst.support.Results;
import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that fails is an error as long as the head is not sent, and ends the response afterwards. */
@Timeout(60)
class FailedContentTest {
    private static final String LONG = "0123456789".repeat(4_000);

    private final AtomicInteger closed = new AtomicInteger();
    private final Sockets sockets =
            new Sockets(new Codecs(List.of()), SocketLimits.DEFAULT, new MemoryHub(), Sockets.MAX_TOPICS);
    private RunningEngine engine;

    private static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void start() throws IOException {
        Calls calls = new Calls();
        ErrorHandlers handlers = ErrorHandlers.NONE
                .with(new ErrorHandlers.Bound(ErrorHandler.of(Locked.class, "Calls.locked"), 0, calls))
                .with(new ErrorHandlers.Bound(
                        ErrorHandler.of(UnsupportedOperationException.class, "Calls.again"), 1, calls));
        List<BoundRoute> routes = new ArrayList<>();
        for (String name : List.of("early", "late", "handled", "again", "problem")) {
            routes.add(new BoundRoute(
                    Route.http(HttpMethod.GET, "/" + name + "/{kind}", "Calls." + name),
                    routes.size(),
                    calls,
                    handlers,
                    null));
        }
        engine = new JettyEngine()
                .start(
                        EngineOptions.of(Listener.http("127.0.0.1", 0)),
                        new Pipeline(Router.of(routes), List.of(), sockets));
    }

    @AfterEach
    void stop() {
        engine.stop(Duration.ofSeconds(5));
        sockets.close(Duration.ofSeconds(2));
    }

    private ContractClient client(String protocol) throws IOException {
        return protocol.equals("1") ? new Http1Client(engine) : new Http2Client(engine);
    }

    @ParameterizedTest
    @CsvSource({
        "1,text", "1,bytes", "1,stream", "1,elements", "1,publisher", "1,subscribe", "1,events", "1,file",
        "2,text", "2,bytes", "2,stream", "2,elements", "2,publisher", "2,subscribe", "2,events", "2,file"
    })
    void answersWithAProblemBeforeTheHeadIsSent(String protocol, String kind) throws Exception {
        try (ContractClient client = client(protocol)) {
            for (int i = 0; i < 2; i++) {
                Answer answer = client.call("GET", "/early/" + kind, 0).await();

                assertEquals(500, answer.status(), answer.text());
                assertTrue(answer.complete());
                assertEquals("application/problem+json", answer.header("content-type"));
                assertTrue(answer.text().contains("urn:uuid:"), answer.text());
                assertEquals("no-store", answer.header("cache-control"));
                assertEquals("", answer.header("content-disposition"));
            }
            assertTrue(client.connections() <= 1, "the connection was closed");
        }
        if (kind.equals("stream")) {
            assertEquals(2, closed.get());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,text", "1,bytes", "1,stream", "1,elements", "1,publisher", "1,events", "1,eventStream",
        "2,text", "2,bytes", "2,stream", "2,elements", "2,publisher", "2,events", "2,eventStream"
    })
    void abortsTheResponseAfterTheHeadIsSent(String protocol, String kind) throws Exception {
        try (ContractClient client = client(protocol)) {
            Answer answer = client.call("GET", "/late/" + kind, 0).await();

            assertEquals(200, answer.status());
            assertFalse(answer.complete(), answer.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void callsTheErrorHandlers(String protocol) throws Exception {
        try (ContractClient client = client(protocol)) {
            Answer handled = client.call("GET", "/handled/text", 0).await();
            assertEquals(409, handled.status());
            assertEquals("locked", handled.text());

            Answer problem = client.call("GET", "/problem/text", 0).await();
            assertEquals(503, problem.status());
            assertFalse(problem.text().contains("urn:uuid:"), problem.text());

            Answer again = client.call("GET", "/again/text", 0).await();
            assertEquals(500, again.status());
            assertTrue(again.text().contains("urn:uuid:"), again.text());
        }
    }

    private final class Calls implements Invoker {
        @Override
        public Result call(int route, Context context) {
            String kind = context.pathVariable("kind");
            return switch (route) {
                case 0 -> content(context.request(), kind, "", new IllegalStateException("early"));
                case 1 -> content(context.request(), kind, LONG, new IllegalStateException("late"));
                case 2 -> content(context.request(), kind, "", new Locked());
                case 3 -> content(context.request(), kind, "", new UnsupportedOperationException());
                default ->
                    content(
                            context.request(),
                            kind,
                            "",
                            HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The source is closed."));
            };
        }

        @Override
        public Result recover(int handler, Throwable failure, Context context) {
            return handler == 0
                    ? new io.jetalyst.http.Deferred(CompletableFuture.completedFuture(
                            Response.text("locked").status(Status.CONFLICT)))
                    : content(context.request(), "text", "", new IllegalArgumentException("again"));
        }

        private Response content(Request request, String kind, String before, RuntimeException failure) {
            return switch (kind) {
                case "text" ->
                    Response.writeText(MediaType.TEXT_CSV, out -> {
                                out.write(before);
                                throw failure;
                            })
                            .attachment("all.csv");
                case "bytes" ->
                    Response.write(MediaType.OCTET_STREAM, out -> {
                        out.write(before.getBytes(US_ASCII));
                        throw new IOException(failure);
                    });
                case "stream" -> Response.stream(MediaType.OCTET_STREAM, new Failing(before, failure));
                case "elements" ->
                    Response.of(
                            MediaType.JSON,
                            new ResponseBody.Output(
                                    out -> {
                                        for (String text : (Iterable<String>) elements(before, failure)::iterator) {
                                            out.write(text.getBytes(US_ASCII));
                                        }
                                    },
                                    -1));
                case "subscribe" ->
                    Response.stream(MediaType.OCTET_STREAM, subscriber -> {
                        throw failure;
                    });
                case "publisher" ->
                    Response.stream(
                            MediaType.OCTET_STREAM,
                            new Parts<>(
                                    before.isEmpty() ? List.of() : List.of(ByteBuffer.wrap(before.getBytes(US_ASCII))),
                                    failure));
                case "events" -> Events.of(publisher(before, failure)).toResponse(request, Results::utf8);
                case "eventStream" ->
                    Events.of(elements(before, failure).map(Event::of)).toResponse(request, Results::utf8);
                default ->
                    Response.of(MediaType.OCTET_STREAM, new ResponseBody.FileRegion(Path.of("no such file"), 0, 10));
            };
        }

        private Stream<String> elements(String before, RuntimeException failure) {
            return IntStream.range(0, 2).mapToObj(i -> {
                if (i > 0 || before.isEmpty()) {
                    throw failure;
                }
                return before;
            });
        }

        private Flow.Publisher<Event<String>> publisher(String before, RuntimeException failure) {
            return before.isEmpty() ? new Parts<>(List.of(), failure) : new Parts<>(List.of(Event.of(before)), failure);
        }
    }

    /** Reads a text, and fails. */
    private final class Failing extends InputStream {
        private final byte[] before;
        private final RuntimeException failure;
        private int next;

        Failing(String before, RuntimeException failure) {
            this.before = before.getBytes(US_ASCII);
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (next == before.length) {
                throw new IOException(failure);
            }
            return before[next++];
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** Publishes what is requested, and fails. */
    private record Parts<T>(List<T> parts, RuntimeException failure) implements Flow.Publisher<T> {
        @Override
        public void subscribe(Flow.Subscriber<? super T> subscriber) {
            Iterator<T> left = parts.iterator();
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    if (left.hasNext()) {
                        subscriber.onNext(left.next());
                    } else {
                        subscriber.onError(failure);
                    }
                }

                @Override
                public void cancel() {}
            });
            if (parts.isEmpty()) {
                subscriber.onError(failure);
            }
        }
    }
}
