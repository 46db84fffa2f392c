package io.jetalyst.engine;

import java.time.Duration;

/**
 * How an engine is to listen.
 *
 * @param host the address to bind, by name or number
 * @param port 0 for a free one
 * @param idleTimeout after which a silent HTTP connection is closed
 */
public record EngineOptions(String host, int port, Duration idleTimeout) {}
