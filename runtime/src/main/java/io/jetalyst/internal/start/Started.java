package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.socket.Sockets;
import java.time.Duration;
import java.util.List;

/**
 * An application that listens.
 *
 * @param settings as they were set
 * @param server those of them that are the framework's, with defaults
 * @param routes in the order of their paths
 * @param endResponses ends the responses in flight that have no end of their own
 * @param closeInstances closes the bound instances and then the hub, once
 */
public record Started(
        String engineName,
        RunningEngine engine,
        Sockets sockets,
        Codecs codecs,
        Settings settings,
        ServerSettings server,
        List<BoundRoute> routes,
        Runnable endResponses,
        Runnable closeInstances) {
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);

    /**
     * Closes all sockets, lets requests in flight end, and closes the bound instances and then the hub. That takes the stop timeout at most, and two seconds
     * more: one for listeners that do not return, and one for requests that have come meanwhile. Does nothing the second time.
     */
    public void stop() {
        long begun = System.nanoTime();
        endResponses.run();
        sockets.close(server.stopTimeout());
        Duration left = server.stopTimeout().minusNanos(System.nanoTime() - begun);
        Duration least = server.stopTimeout().compareTo(LAST_REQUESTS) < 0 ? server.stopTimeout() : LAST_REQUESTS;
        try {
            engine.stop(left.compareTo(least) < 0 ? least : left);
        } finally {
            closeInstances.run();
        }
    }
}
