package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.route.BodyRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

/** Checks the head of a body, and reads the body as its route takes it. */
public final class BodyLoader {
    /** RFC 2046 §5.1.1. */
    private static final Pattern BOUNDARY = Pattern.compile("[0-9a-zA-Z'()+_,./:=? -]{0,69}[0-9a-zA-Z'()+_,./:=?-]");

    /** A body up to this size reserves no memory. */
    private static final int SHORT = 4 * 1024;

    private final BodyOptions options;

    public BodyLoader(BodyOptions options) {
        this.options = options;
    }

    /**
     * Reads the body, without holding a thread.
     *
     * @return complete if all of the body has arrived, or if the method reads it; otherwise a thread of the engine completes it
     * @throws HttpProblem 413 or 415 if the head of the request says that the route does not accept the body
     */
    public CompletionStage<ReceivedBody> load(BodyRule rule, Request request, Exchange exchange) {
        RequestBody body = exchange.body();
        if (body.isEmpty()) {
            return CompletableFuture.completedFuture(rule.isForm() ? FormBody.EMPTY : WholeBody.EMPTY);
        }
        ContentType contentType = ContentType.of(request.headers());
        MediaTypeCheck.check(rule, contentType, request);
        boolean multipart = rule.isForm() && contentType.type().equals("multipart/form-data");
        long max = max(rule, multipart);
        checkLength(body.length(), max);
        if (MediaTypeCheck.isGzip(request, options.gzip())) {
            body = GzipBody.of(exchange, max);
        }
        if (rule.kind() == BodyRule.Kind.STREAM) {
            return CompletableFuture.completedFuture(StreamedBody.of(body, max));
        }
        if (multipart) {
            return loadParts(rule, body, max, contentType, exchange);
        }
        if (body.length() < 0 || body.length() > SHORT) {
            exchange.onEnd(exchange.body()::release);
        }
        int maxBytes = (int) Math.min(max, Integer.MAX_VALUE - 8);
        byte[] arrived = body.poll(maxBytes);
        return arrived == null
                ? released(body.read(maxBytes), exchange).thenApply(bytes -> received(rule, bytes, contentType))
                : CompletableFuture.completedFuture(received(rule, arrived, contentType));
    }

    private long max(BodyRule rule, boolean multipart) {
        boolean upload = multipart && rule.kind() == BodyRule.Kind.UPLOAD;
        boolean stream = rule.kind() == BodyRule.Kind.STREAM;
        return rule.maxBytes().orElse(stream ? Long.MAX_VALUE : upload ? options.maxUploadBytes() : options.maxBytes());
    }

    private static ReceivedBody received(BodyRule rule, byte[] bytes, ContentType contentType) {
        return rule.isForm() ? new FormBody(bytes) : new WholeBody(bytes, contentType);
    }

    private CompletionStage<ReceivedBody> loadParts(
            BodyRule rule, RequestBody body, long max, ContentType contentType, Exchange exchange) {
        String boundary = contentType
                .boundary()
                .filter(text -> BOUNDARY.matcher(text).matches())
                .orElseThrow(() ->
                        FormDecoder.problem("", InputError.ENCODING, "has no valid boundary in its Content-Type"));
        Uploads uploads = new Uploads(options.uploads());
        FormParts parts = new FormParts(uploads, maxTextBytes(rule), rule.maxFileBytes(), exchange.body()::reserve);
        MultipartReader reader = new MultipartReader(
                exchange.partParser(boundary, FormLimits.MAX_PART_HEAD, parts), parts, exchange::execute, max);
        exchange.onEnd(() -> delete(uploads, exchange));
        body.stream().subscribe(reader);
        return released(reader.form(), exchange);
    }

    /** Releases the memory of a body as soon as reading it fails: the exchange ends only after the client has sent or given up the rest. */
    private static <T> CompletionStage<T> released(CompletionStage<T> read, Exchange exchange) {
        return read.whenComplete((body, failure) -> {
            if (failure != null) {
                exchange.body().release();
            }
        });
    }

    /** Texts are in memory, so a limit for large files is not one for them. */
    private long maxTextBytes(BodyRule rule) {
        long max = rule.maxBytes().orElse(options.maxBytes());
        return rule.kind() == BodyRule.Kind.FORM
                ? max
                : Math.min(max, Math.max(options.maxBytes(), options.maxUploadBytes()));
    }

    private static void delete(Uploads uploads, Exchange exchange) {
        exchange.body().release();
        uploads.end();
        if (!uploads.isEmpty()) {
            try {
                exchange.execute(uploads::delete);
            } catch (RejectedExecutionException full) {
                uploads.delete();
            }
        }
    }

    private static void checkLength(long length, long max) {
        if (length > max) {
            throw tooLong(max);
        }
    }

    static HttpProblem tooLong(long max) {
        return HttpProblem.of(Status.CONTENT_TOO_LARGE, "The body of the request is longer than " + max + " bytes.");
    }
}
