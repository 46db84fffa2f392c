package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Rejections;
import io.jetalyst.internal.body.BodyOptions;
import io.jetalyst.internal.compression.Compression;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.limit.HandshakeRate;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.internal.proxy.Forwarding;
import io.jetalyst.internal.proxy.HostRule;
import io.jetalyst.internal.proxy.HttpsRule;
import io.jetalyst.view.ErrorPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a pipeline.
 *
 * @param answerTimeout the time from reading a request to its response, after which the pipeline sends 503
 * @param bodies the limits of bodies
 * @param forwarding restores the request that the client sent
 * @param hosts the hosts that the application answers for
 * @param https decides whether requests without TLS are redirected
 * @param origins decides the pages that may open a WebSocket and send requests that change something
 * @param errors the methods that handle the exceptions of all controllers and filters
 * @param pages the application's pages for errors
 * @param eventKeepAlive the time between two comments of server-sent events
 * @param health answers the health checks
 * @param handshakes limits the handshakes of all clients
 * @param rejections counts what the server rejects
 * @param compression compresses responses; {@code null} if they are sent as they are
 * @param observers are notified of each request
 * @param development whether to log the handlers that block the engine's thread, and to send stack traces
 */
public record PipelineOptions(
        Duration answerTimeout,
        BodyOptions bodies,
        Forwarding forwarding,
        HostRule hosts,
        HttpsRule https,
        OriginRule origins,
        ErrorHandlers errors,
        ErrorPages pages,
        Duration eventKeepAlive,
        HealthEndpoint health,
        HandshakeRate handshakes,
        Rejections rejections,
        @Nullable Compression compression,
        Observers observers,
        boolean development) {
    /** The number of handshakes in a second unless a setting changes it. */
    public static final int HANDSHAKES_PER_SECOND = 2000;

    /** Options with the default limits. */
    public static PipelineOptions defaults() {
        Rejections rejections = new Rejections();
        return new PipelineOptions(
                Duration.ofSeconds(60),
                BodyOptions.defaults(),
                Forwarding.NONE,
                HostRule.any(),
                HttpsRule.none(),
                new OriginRule(List.of(), false),
                ErrorHandlers.NONE,
                error -> Optional.empty(),
                Duration.ofSeconds(15),
                HealthEndpoint.off(),
                new HandshakeRate(HANDSHAKES_PER_SECOND, rejections),
                rejections,
                null,
                Observers.NONE,
                false);
    }

    /** The same options with this time for a response. */
    public PipelineOptions answerTimeout(Duration timeout) {
        return new PipelineOptions(
                timeout,
                bodies,
                forwarding,
                hosts,
                https,
                origins,
                errors,
                pages,
                eventKeepAlive,
                health,
                handshakes,
                rejections,
                compression,
                observers,
                development);
    }

    /** The same options with these handlers of exceptions. */
    public PipelineOptions errors(ErrorHandlers handlers) {
        return new PipelineOptions(
                answerTimeout,
                bodies,
                forwarding,
                hosts,
                https,
                origins,
                handlers,
                pages,
                eventKeepAlive,
                health,
                handshakes,
                rejections,
                compression,
                observers,
                development);
    }

    /** The same options with these answers to the health checks. */
    public PipelineOptions health(HealthEndpoint endpoint) {
        return new PipelineOptions(
                answerTimeout,
                bodies,
                forwarding,
                hosts,
                https,
                origins,
                errors,
                pages,
                eventKeepAlive,
                endpoint,
                handshakes,
                rejections,
                compression,
                observers,
                development);
    }

    /** The same options in dev mode. */
    public PipelineOptions inDevelopment() {
        return new PipelineOptions(
                answerTimeout,
                bodies,
                forwarding,
                hosts,
                https,
                origins,
                errors,
                pages,
                eventKeepAlive,
                health,
                handshakes,
                rejections,
                compression,
                observers,
                true);
    }
}
