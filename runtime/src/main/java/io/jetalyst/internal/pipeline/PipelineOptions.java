package io.jetalyst.internal.pipeline;

import io.jetalyst.internal.handshake.OriginRule;
import java.time.Duration;
import java.util.List;

/**
 * Options of a pipeline.
 *
 * @param answerTimeout the time from reading a request to its response, after which the pipeline sends 503
 * @param origins decides from which pages a WebSocket may be opened
 * @param development whether to log the handlers that block the engine's thread
 */
public record PipelineOptions(Duration answerTimeout, OriginRule origins, boolean development) {
    /** Options with the default limits. */
    public static PipelineOptions defaults() {
        return new PipelineOptions(Duration.ofSeconds(60), new OriginRule(List.of(), false), false);
    }
}
