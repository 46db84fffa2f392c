package io.jetalyst.engine;

/** Takes every request of an engine. Called by many threads at once; it may block. */
@FunctionalInterface
public interface ExchangeHandler {
    /**
     * Answers the exchange exactly once, before it returns or later from any thread. Throws nothing; if it does, the engine answers
     * 500.
     */
    void handle(Exchange exchange);
}
