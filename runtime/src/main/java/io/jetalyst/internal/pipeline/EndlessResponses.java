package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The responses in flight that have no end of their own. They end when the server stops. */
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
            begin(endless, run);
            return response.body(
                    new ResponseBody.Stream(stream.publisher(), stream.length(), () -> close(endless, body)));
        }
        if (body instanceof ResponseBody.Output output && output.writer() instanceof ResponseBody.Endless endless) {
            begin(endless, run);
            return response.body(
                    new ResponseBody.Output(new Tracked(output.writer(), () -> close(endless, body)), output.length()));
        }
        return response;
    }

    private void begin(ResponseBody.Endless endless, RequestRun run) {
        endless.begin(keepAlive, run::execute);
        open.add(endless);
        if (ended) {
            endless.end();
        }
    }

    private void close(ResponseBody.Endless endless, ResponseBody body) {
        open.remove(endless);
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
