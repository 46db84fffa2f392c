package io.jetalyst.internal.pipeline;

import io.jetalyst.internal.handshake.OriginRule;
import io.jetalyst.internal.proxy.Forwarding;
import io.jetalyst.internal.proxy.HostRule;
import java.time.Duration;
import java.util.List;

/**
 * Options of a pipeline.
 *
 * @param answerTimeout the time from reading a request to its response, after which the pipeline sends 503
 * @param maxBodyBytes the longest body that the pipeline reads for a route without a limit of its own
 * @param forwarding restores the request that the client sent
 * @param hosts the hosts that the application answers for
 * @param origins decides from which pages a WebSocket may be opened
 * @param development whether to log the handlers that block the engine's thread
 */
public record PipelineOptions(
        Duration answerTimeout,
        int maxBodyBytes,
        Forwarding forwarding,
        HostRule hosts,
        OriginRule origins,
        boolean development) {
    /** Options with the default limits. */
    public static PipelineOptions defaults() {
        return new PipelineOptions(
                Duration.ofSeconds(60),
                1 << 20,
                Forwarding.NONE,
                HostRule.any(),
                new OriginRule(List.of(), false),
                false);
    }
}
