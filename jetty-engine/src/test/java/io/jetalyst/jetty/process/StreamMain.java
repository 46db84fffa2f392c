package io.jetalyst.jetty.process;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;

/** Serves contents that are longer than the heap of {@link StreamTest}; the first argument is a file. */
public final class StreamMain {
    static final int ROWS = 5_000_000;
    static final int LINES = 1_000_000;
    static final int PARTS = 2_000;
    static final int PART_BYTES = 64 * 1024;

    private StreamMain() {}

    public static void main(String[] args) {
        App.builder()
                .args("--port=0")
                .mount(new Table(Path.of(args[0])))
                .build()
                .run();
    }

    private record Table(Path file) implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/rows", "Test.rows"),
                    Route.http(HttpMethod.GET, "/file", "Test.file"),
                    Route.http(HttpMethod.GET, "/input", "Test.input"),
                    Route.http(HttpMethod.GET, "/parts", "Test.parts"),
                    Route.http(HttpMethod.GET, "/lines/stream", "Test.lines"),
                    Route.http(HttpMethod.GET, "/lines/publisher", "Test.publishedLines"),
                    Route.http(HttpMethod.GET, "/fails-at-once", "Test.failsAtOnce"),
                    Route.http(HttpMethod.GET, "/fails-late", "Test.failsLate"));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> rows();
                case 1 -> Response.file(file);
                case 2 -> Response.stream(MediaType.OCTET_STREAM, new Zeros((long) PARTS * PART_BYTES));
                case 3 -> Response.stream(MediaType.OCTET_STREAM, new Parts());
                case 4 ->
                    Results.elements(
                            context,
                            StreamMain::json,
                            LongStream.range(0, LINES).boxed(),
                            "application/x-ndjson");
                case 5 -> Results.elements(context, StreamMain::json, new Numbers(), "application/x-ndjson");
                case 6 ->
                    Response.writeText(MediaType.TEXT_CSV, out -> {
                        out.write("id\n");
                        throw new UncheckedIOException(new IOException("database"));
                    });
                default ->
                    Response.writeText(MediaType.TEXT_CSV, out -> {
                        out.write("id\n".repeat(PART_BYTES));
                        throw new IllegalStateException("database");
                    });
            };
        }

        private static Response rows() {
            return Response.writeText(MediaType.TEXT_CSV, out -> {
                out.write("id,name,square\r\n");
                for (long id = 0; id < ROWS; id++) {
                    out.write(id + ",Zoë " + id + "," + id * id + "\r\n");
                }
            });
        }
    }

    private static byte[] json(long id) {
        return ("{\"id\":" + id + ",\"name\":\"Zoë\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** Publishes a number for each request of one. */
    private static final class Numbers implements Flow.Publisher<Long> {
        @Override
        public void subscribe(Flow.Subscriber<? super Long> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private long next;

                @Override
                public void request(long count) {
                    if (next == LINES) {
                        subscriber.onComplete();
                    } else {
                        subscriber.onNext(next++);
                    }
                }

                @Override
                public void cancel() {}
            });
        }
    }

    /** Publishes a part for each request of one. */
    private static final class Parts implements Flow.Publisher<ByteBuffer> {
        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private int published;

                @Override
                public void request(long count) {
                    if (published++ == PARTS) {
                        subscriber.onComplete();
                    } else {
                        subscriber.onNext(ByteBuffer.allocate(PART_BYTES));
                    }
                }

                @Override
                public void cancel() {}
            });
        }
    }
}
