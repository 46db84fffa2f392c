package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.route.BodyRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Checks the head of a body, and reads the body as its route takes it. */
public final class BodyLoader {
    private final int maxBytes;

    /** @param maxBytes the longest body for a route without a limit of its own */
    public BodyLoader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the body, without holding a thread.
     *
     * @return complete if all of the body has arrived, or if the method reads it; otherwise the engine's thread completes it
     * @throws HttpProblem 413 or 415 if the head of the request says that the route does not accept the body
     */
    public CompletionStage<ReceivedBody> load(BodyRule rule, Request request, RequestBody body) {
        if (body.isEmpty()) {
            return CompletableFuture.completedFuture(
                    rule.kind() == BodyRule.Kind.FORM ? FormBody.EMPTY : WholeBody.EMPTY);
        }
        ContentType contentType = ContentType.of(request.headers());
        MediaTypeCheck.check(rule, contentType, request);
        if (rule.kind() == BodyRule.Kind.STREAM) {
            checkLength(body.length(), rule.maxBytes().orElse(Long.MAX_VALUE));
            return CompletableFuture.completedFuture(new StreamedBody(body));
        }
        int max = (int) Math.min(rule.maxBytes().orElse(maxBytes), Integer.MAX_VALUE - 8);
        byte[] arrived = body.poll(max);
        return arrived == null
                ? body.read(max).thenApply(bytes -> received(rule, bytes, contentType))
                : CompletableFuture.completedFuture(received(rule, arrived, contentType));
    }

    private static ReceivedBody received(BodyRule rule, byte[] bytes, ContentType contentType) {
        return rule.kind() == BodyRule.Kind.FORM ? new FormBody(bytes) : new WholeBody(bytes, contentType);
    }

    private static void checkLength(long length, long max) {
        if (length > max) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, "The body of the request is longer than " + max + " bytes.");
        }
    }
}
