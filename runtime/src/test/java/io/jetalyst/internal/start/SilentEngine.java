package io.jetalyst.internal.start;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An engine that listens to nothing: a start ends with it, whatever else it needs. Port 1 is always taken. */
public final class SilentEngine implements Engine {
    @Override
    public String name() {
        return "silence";
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws ListenException {
        for (Listener listener : options.listeners()) {
            if (listener.address() instanceof Listener.Tcp tcp && tcp.port() == 1) {
                throw new ListenException(listener, new BindException("Address already in use"));
            }
        }
        return new Running(options.listeners());
    }

    /** Has no connections and no threads. */
    static class Running implements RunningEngine {
        private final List<Listener> listeners;

        Running(List<Listener> listeners) {
            this.listeners = listeners;
        }

        @Override
        public List<Listener> listeners() {
            return listeners;
        }

        @Override
        public void drain() {}

        @Override
        public Duration idle() {
            return Duration.ZERO;
        }

        @Override
        public boolean drainIfIdle() {
            return false;
        }

        @Override
        public CompletionStage<Void> probe() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void stop(Duration within) {}
    }
}
