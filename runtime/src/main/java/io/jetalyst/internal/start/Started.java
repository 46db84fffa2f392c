package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.internal.config.LifeSettings;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.socket.Sockets;
import java.util.List;
import java.util.Optional;

/**
 * An application that listens.
 *
 * @param settings as they were set
 * @param server those of them that are the framework's, with defaults
 * @param life the settings about the start and the end of the process
 * @param health answers the health checks
 * @param rejections counts what the server rejects because of its limits
 * @param routes in the order of their paths
 * @param metricsListener the address that serves the metrics
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
        LifeSettings life,
        HealthEndpoint health,
        Rejections rejections,
        List<BoundRoute> routes,
        Optional<Listener> metricsListener,
        Runnable endResponses,
        Runnable closeInstances) {}
