package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.filter.Context;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Preconditions;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.function.IntFunction;

/** Contents of all kinds, of which some can be compressed. */
final class CompressedTable implements TestTable {
    static final String TEXT = "A line of a text that can be compressed.\n".repeat(1000);

    private static final byte[] BYTES = TEXT.getBytes(UTF_8);
    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final List<String> PATHS = List.of(
            "/text",
            "/json",
            "/svg",
            "/written",
            "/input",
            "/parts",
            "/small",
            "/png",
            "/coded",
            "/no-transform",
            "/ranges",
            "/empty",
            "/not-modified",
            "/events",
            "/no-type",
            "/tagged",
            "/weak",
            "/fails",
            "/slow",
            "/broken",
            "/long");

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(PATHS.stream()
                .map(path -> (Route) Route.get(path, "Test" + path))
                .toList());
        routes.add(Route.http(HttpMethod.PUT, "/tagged", "Test.put"));
        return routes;
    }

    @Override
    public Result call(int route, Context context) {
        Request request = context.request();
        if (route == PATHS.size()) {
            Preconditions.of(request).requireIfMatch(EntityTag.of("v1"));
            return Response.of(Status.NO_CONTENT);
        }
        return switch (PATHS.get(route)) {
            case "/json" -> Response.bytes("application/problem+json", BYTES);
            case "/svg" -> Response.bytes("image/svg+xml", BYTES);
            case "/written" ->
                Response.write(PLAIN, out -> out.write(BYTES)).header("Content-Length", "" + BYTES.length);
            case "/input" -> Response.stream(PLAIN, new ByteArrayInputStream(BYTES));
            case "/parts" ->
                Response.stream(
                        PLAIN, parts(4, 4, i -> ByteBuffer.wrap(BYTES, i * BYTES.length / 4, BYTES.length / 4)));
            case "/small" -> Response.text(TEXT.substring(0, 1000));
            case "/png" -> Response.bytes("image/png", BYTES);
            case "/coded" -> Response.text(TEXT).header("Content-Encoding", "br");
            case "/no-transform" -> Response.text(TEXT).header("Cache-Control", "private, No-Transform");
            case "/ranges" -> Response.text(TEXT).header("Accept-Ranges", "bytes");
            case "/empty" -> Response.of(Status.NO_CONTENT).header("Content-Type", PLAIN);
            case "/not-modified" -> Response.of(Status.NOT_MODIFIED).header("Content-Type", PLAIN);
            case "/events" -> Response.bytes("text/event-stream", BYTES);
            case "/no-type" -> Response.of(Status.OK).body(new ResponseBody.Bytes(BYTES));
            case "/tagged" -> Response.text(TEXT).etag(EntityTag.of("v1"));
            case "/weak" -> Response.text(TEXT).etag(new EntityTag("v1", true));
            case "/fails" ->
                Response.write(
                        PLAIN,
                        out -> fail(
                                out,
                                Integer.parseInt(request.queryParam("after").orElseThrow())));
            case "/long" -> Response.text(TEXT.repeat(10));
            case "/broken" -> Response.stream(PLAIN, CompressedTable::breakAfterOnePart);
            case "/slow" ->
                Response.stream(
                        PLAIN, parts(Integer.MAX_VALUE, 1, i -> ByteBuffer.wrap("the first part\n".getBytes(UTF_8))));
            default -> Response.text(TEXT);
        };
    }

    private static void fail(OutputStream out, int after) throws IOException {
        byte[] noise = new byte[after];
        new Random(1).nextBytes(noise);
        out.write(noise);
        throw new IOException("the content ends here");
    }

    private static void breakAfterOnePart(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean sent;

            @Override
            public void request(long demand) {
                if (sent) {
                    subscriber.onError(new IOException("the source ends here"));
                } else {
                    sent = true;
                    subscriber.onNext(ByteBuffer.wrap(BYTES));
                }
            }

            @Override
            public void cancel() {
                // It sends nothing that the subscriber has not requested.
            }
        });
    }

    /** @param delivered the number of parts after which nothing comes any more */
    private static Flow.Publisher<ByteBuffer> parts(int count, int delivered, IntFunction<ByteBuffer> part) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int next;
            private boolean cancelled;

            @Override
            public void request(long demand) {
                for (long i = 0; i < demand && next < delivered && !cancelled; i++) {
                    subscriber.onNext(part.apply(next++));
                }
                if (next == count && !cancelled) {
                    cancelled = true;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }
}
