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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The responses in flight that may have no end of their own. Events end when the server stops, when the session that the request has used ends, and when
 * the identity of the client expires. Other streams are aborted when the session or the identity ends: the client sees that they are not complete. When the
 * server stops, they are sent to their end.
 */
final class EndlessResponses {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.failures");

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
        if (body instanceof ResponseBody.Stream stream) {
            return track(response, stream, run);
        }
        if (body instanceof ResponseBody.Output output) {
            if (output.writer() instanceof ResponseBody.Endless endless) {
                return tracked(response, output, begin(endless, run));
            }
            if (output.writer() instanceof ResponseBody.Abortable abortable && mayEnd(run)) {
                return tracked(response, output, endWithAccess(abortable::abort, run));
            }
        }
        return response;
    }

    private Response track(Response response, ResponseBody.Stream stream, RequestRun run) {
        if (stream.publisher() instanceof ResponseBody.Endless endless) {
            Runnable release = begin(endless, run);
            return response.body(
                    new ResponseBody.Stream(stream.publisher(), stream.length(), () -> close(release, stream)));
        }
        if (stream.length() >= 0 || !mayEnd(run)) {
            return response;
        }
        AbortablePublisher abortable = new AbortablePublisher(stream.publisher());
        Runnable release = endWithAccess(abortable::abort, run);
        return response.body(new ResponseBody.Stream(abortable, -1, () -> close(release, stream)));
    }

    private static Response tracked(Response response, ResponseBody.Output output, Runnable release) {
        return response.body(
                new ResponseBody.Output(new Tracked(output.writer(), () -> close(release, output)), output.length()));
    }

    /** Whether the request has used a session, or has an identity that expires. */
    private static boolean mayEnd(RequestRun run) {
        return run.usesSession() || Authentication.expiresAt(run).isPresent();
    }

    /** @return is called when the response is complete */
    private Runnable begin(ResponseBody.Endless endless, RequestRun run) {
        endless.begin(keepAlive, run::execute);
        Runnable release = endWithAccess(endless::end, run);
        open.add(endless);
        if (ended) {
            endless.end();
        }
        return () -> {
            open.remove(endless);
            release.run();
        };
    }

    /**
     * Ends a response when the session or the identity ends.
     *
     * @return is called when the response is complete
     */
    private static Runnable endWithAccess(Runnable end, RequestRun run) {
        Runnable unbind = run.endWithSession(end);
        CompletableFuture<Void> expiry =
                Authentication.expiresAt(run).map(time -> endAt(time, end)).orElse(null);
        return () -> {
            if (unbind != null) {
                unbind.run();
            }
            if (expiry != null) {
                expiry.cancel(false);
            }
        };
    }

    /** Ends a response at this time, unless the returned timer is cancelled before. */
    private static CompletableFuture<Void> endAt(Instant time, Runnable end) {
        long millis = Math.max(0, Math.min(time.getEpochSecond(), Long.MAX_VALUE / 1000)) * 1000;
        CompletableFuture<Void> timer = new CompletableFuture<>();
        timer.thenRunAsync(() -> attempt(end));
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
        open.forEach(endless -> attempt(endless::end));
    }

    /** Runs code that may be the application's: if it fails, the other responses end nevertheless. */
    private static void attempt(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("A response could not be ended", failure);
        }
    }
}
