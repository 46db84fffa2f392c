package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.internal.security.Authentication;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The responses in flight that have no end of their own. They end when the server stops, when the session that the request has used ends, and
 * when the identity of the client expires.
 */
final class EndlessResponses {
    private final Set<ResponseBody.Endless> open = ConcurrentHashMap.newKeySet();
    private final Duration keepAlive;
    private volatile boolean ended;

    EndlessResponses(Duration keepAlive) {
        this.keepAlive = keepAlive;
    }

    /**
     * The same response, which is known until the engine closes its body.
     *
     * @param run executes code of the application that may block
     */
    Response track(Response response, RequestRun run) {
        ResponseBody body = response.body();
        if (body instanceof ResponseBody.Stream stream && stream.publisher() instanceof ResponseBody.Endless endless) {
            Runnable release = begin(endless, run);
            return response.body(
                    new ResponseBody.Stream(stream.publisher(), stream.length(), () -> close(release, body)));
        }
        if (body instanceof ResponseBody.Output output && output.writer() instanceof ResponseBody.Endless endless) {
            Runnable release = begin(endless, run);
            return response.body(
                    new ResponseBody.Output(new Tracked(output.writer(), () -> close(release, body)), output.length()));
        }
        return response;
    }

    /** @return is called when the response is complete */
    private Runnable begin(ResponseBody.Endless endless, RequestRun run) {
        endless.begin(keepAlive, run::execute);
        Runnable unbind = run.endWithSession(endless::end);
        CompletableFuture<Void> expiry =
                Authentication.expiresAt(run).map(end -> endAt(end, endless)).orElse(null);
        open.add(endless);
        if (ended) {
            endless.end();
        }
        return () -> {
            open.remove(endless);
            if (unbind != null) {
                unbind.run();
            }
            if (expiry != null) {
                expiry.cancel(false);
            }
        };
    }

    /** Ends a response at this time, unless the returned timer is cancelled before. */
    private static CompletableFuture<Void> endAt(Instant end, ResponseBody.Endless endless) {
        long millis = Math.max(0, Math.min(end.getEpochSecond(), Long.MAX_VALUE / 1000)) * 1000;
        CompletableFuture<Void> timer = new CompletableFuture<>();
        timer.thenRunAsync(endless::end);
        return timer.completeOnTimeout(null, millis - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(Runnable release, ResponseBody body) {
        release.run();
        body.close();
    }

    private record Tracked(ResponseBody.Writer writer, Runnable onClose) implements ResponseBody.Writer, Closeable {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            writer.writeTo(out);
        }

        @Override
        public void close() {
            onClose.run();
        }
    }

    /** Ends all responses, and those that begin later. */
    void end() {
        ended = true;
        open.forEach(ResponseBody.Endless::end);
    }
}
