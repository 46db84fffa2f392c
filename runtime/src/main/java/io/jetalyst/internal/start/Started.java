package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.BoundRoute;
import java.time.Duration;
import java.util.List;

/**
 * An application that listens.
 *
 * @param settings as they were set
 * @param server those of them that are the framework's, with defaults
 * @param routes in the order of their paths
 */
public record Started(
        String engineName,
        RunningEngine engine,
        Sockets sockets,
        Codecs codecs,
        Settings settings,
        ServerSettings server,
        List<BoundRoute> routes) {
    /** Says goodbye to every socket, then lets requests in flight end, all within the stop timeout. Does nothing the second time. */
    public void stop() {
        long begun = System.nanoTime();
        sockets.close(server.stopTimeout());
        Duration left = server.stopTimeout().minusNanos(System.nanoTime() - begun);
        engine.stop(left.isNegative() ? Duration.ZERO : left); // they have had the time that the sockets took
    }
}
