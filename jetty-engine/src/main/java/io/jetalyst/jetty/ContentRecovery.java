package io.jetalyst.jetty;

import io.jetalyst.engine.ContentFailures;
import io.jetalyst.http.Response;
import java.util.function.BiConsumer;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends another response if the content failed before the response has begun. Otherwise it ends the exchange, so that the client sees that
 * the content is not complete.
 */
final class ContentRecovery implements BiConsumer<ContentFailure, Callback> {
    private final @Nullable ContentFailures failures;
    private final org.eclipse.jetty.server.Response out;
    private final BiConsumer<Response, Callback> writer;

    /** @param writer sends a response whose content may fail again */
    ContentRecovery(
            @Nullable ContentFailures failures,
            org.eclipse.jetty.server.Response out,
            BiConsumer<Response, Callback> writer) {
        this.failures = failures;
        this.out = out;
        this.writer = writer;
    }

    @Override
    public void accept(ContentFailure content, Callback completion) {
        Throwable failure = content.getCause();
        try {
            if (failures != null && !out.isCommitted()) {
                failures.replace(failure).whenComplete((response, none) -> {
                    if (none == null) {
                        send(response, completion);
                    } else {
                        completion.failed(none);
                    }
                });
                return;
            }
            if (failures != null) {
                failures.abort(failure);
            }
        } catch (RuntimeException | Error thrown) {
            failure.addSuppressed(thrown);
        }
        completion.failed(failure);
    }

    private void send(Response response, Callback completion) {
        try {
            out.getHeaders().clear();
            writer.accept(response, completion);
        } catch (RuntimeException | Error failure) {
            response.close();
            completion.failed(failure);
        }
    }
}
