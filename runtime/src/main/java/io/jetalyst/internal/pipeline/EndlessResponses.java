package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
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

    /** The same response, which is known until the engine closes its body. */
    Response track(Response response) {
        if (!(response.body() instanceof ResponseBody.Stream stream)
                || !(stream.publisher() instanceof ResponseBody.Endless endless)) {
            return response;
        }
        endless.keepAlive(keepAlive);
        open.add(endless);
        if (ended) {
            endless.end();
        }
        return response.body(new ResponseBody.Stream(endless, stream.length(), () -> {
            open.remove(endless);
            stream.close();
        }));
    }

    /** Ends all responses, and those that begin later. */
    void end() {
        ended = true;
        open.forEach(ResponseBody.Endless::end);
    }
}
