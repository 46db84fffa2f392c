package io.jetalyst.internal.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private static final int MAX_STREAMS = 256;

    private final Compression compression = new Compression();
    private int closed;

    private Response announce() {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept-Encoding", List.of("gzip"))))
                .build();
        ResponseBody body = new ResponseBody.Stream(new SubmissionPublisher<ByteBuffer>(), -1, () -> closed++);
        return compression.announce(
                request,
                Response.of(Status.OK).header("Content-Type", "text/plain").body(body));
    }

    private static boolean isCompressed(Response response) {
        return response.header("Content-Encoding").isPresent();
    }

    @Test
    void releasesTheCompressorOfAStreamOnce() {
        List<Response> open = new ArrayList<>();
        for (Response next = announce(); isCompressed(next); next = announce()) {
            open.add(next);
        }
        assertEquals(MAX_STREAMS, open.size());

        open.get(0).close();
        open.get(0).close();

        assertEquals(1, closed);
        assertEquals(List.of(true, false), List.of(isCompressed(announce()), isCompressed(announce())));
    }
}
