package io.jetalyst.internal.compression;

import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.internal.files.AcceptedCodings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Compresses responses with gzip behind all filters, in two steps: {@link #announce} changes the header fields, which conditions of the
 * request compare, and {@link #finish} compresses the bytes of a response that is sent. Safe for all threads.
 */
public final class Compression {
    /** A compressor takes 256 KiB for as long as its content is sent, and a client decides how long that is. Further contents are not compressed. */
    private static final int MAX_STREAMS = 256;

    /** Longer contents in memory are compressed by a thread for blocking tasks while it sends them. These take the engine's thread 5 milliseconds. */
    private static final int MAX_AT_ONCE = 256 * 1024;

    private static final List<String> CODINGS = List.of(AcceptedCodings.GZIP, AcceptedCodings.IDENTITY);

    private final Semaphore streams = new Semaphore(MAX_STREAMS);

    /**
     * The response with the fields of its compressed content, and with a body that compresses itself, unless it has few bytes in memory. The same
     * response if it is not compressed for any client; with {@code Vary} only if it is not compressed for this one.
     */
    public Response announce(Request request, Response response) {
        if (!isCompressible(response)) {
            return response;
        }
        Response varied = response.vary("Accept-Encoding");
        if (isFromOtherSite(request)
                || !AcceptedCodings.choose(request, CODINGS).equals(Optional.of(AcceptedCodings.GZIP))) {
            return varied;
        }
        ResponseBody body = varied.body();
        if (body instanceof ResponseBody.Bytes && body.length() <= MAX_AT_ONCE) {
            return coded(varied);
        }
        if (!streams.tryAcquire()) {
            return varied;
        }
        return coded(varied).body(stream(body));
    }

    /** The announced response with the compressed bytes. */
    public Response finish(Response announced) {
        boolean isCoded = announced.header("Content-Encoding").isPresent();
        return isCoded && announced.body() instanceof ResponseBody.Bytes memory
                ? announced.body(new ResponseBody.Bytes(Gzip.compress(memory.bytes())))
                : announced;
    }

    private static boolean isCompressible(Response response) {
        int code = response.status().code();
        long length = response.body().length();
        if (code < 200
                || code == 206
                || code == 304
                || (length >= 0 && length < Gzip.MIN_BYTES)
                || isLive(response.body())) {
            return false;
        }
        boolean compressible = false;
        List<HeaderField> fields = response.headers();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name().toLowerCase(Locale.ROOT);
            String value = fields.get(i).value();
            if (name.equals("content-encoding")
                    || name.equals("accept-ranges")
                    || (name.equals("cache-control")
                            && value.toLowerCase(Locale.ROOT).contains("no-transform"))) {
                return false;
            }
            compressible |= name.equals("content-type") && CompressibleTypes.contains(value);
        }
        return compressible;
    }

    /** Whether a content ends only with its client or the server, or is no stream that can be compressed. */
    private static boolean isLive(ResponseBody body) {
        return (body instanceof ResponseBody.Stream stream && stream.publisher() instanceof ResponseBody.Endless)
                || (body instanceof ResponseBody.Output output && output.writer() instanceof ResponseBody.Endless)
                || body instanceof ResponseBody.FileRegion;
    }

    /**
     * Whether a page of another site has caused the request. It cannot read the response, but it may see its length, and guess a secret from
     * the lengths of many compressed responses that contain the secret and a text of its choice (the attack BREACH).
     */
    private static boolean isFromOtherSite(Request request) {
        return request.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }

    private static Response coded(Response response) {
        Response coded = response.headers(response.headers().stream()
                        .filter(field -> !field.name().equalsIgnoreCase("Content-Length"))
                        .toList())
                .header("Content-Encoding", AcceptedCodings.GZIP);
        return coded.header("ETag")
                .flatMap(EntityTag::parse)
                .filter(tag -> !tag.weak())
                .map(tag -> coded.etag(tag.coded(AcceptedCodings.GZIP)))
                .orElse(coded);
    }

    private ResponseBody stream(ResponseBody body) {
        if (body instanceof ResponseBody.Stream stream) {
            AtomicBoolean closed = new AtomicBoolean();
            return new ResponseBody.Stream(new GzipPublisher(stream.publisher()), -1, () -> {
                if (closed.compareAndSet(false, true)) {
                    streams.release();
                    stream.close();
                }
            });
        }
        return new ResponseBody.Output(new GzipWriter(body, source(body), streams::release), -1);
    }

    private static ResponseBody.Writer source(ResponseBody body) {
        if (body instanceof ResponseBody.Bytes memory) {
            return out -> out.write(memory.bytes());
        }
        return body instanceof ResponseBody.Input input
                ? out -> input.stream().transferTo(out)
                : ((ResponseBody.Output) body).writer();
    }
}
