package io.jetalyst.internal.start;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import java.net.BindException;
import java.time.Duration;

/** An engine that listens to nothing: a start ends with it, whatever else it needs. Port 1 is always taken. */
public final class SilentEngine implements Engine {
    @Override
    public String name() {
        return "silence";
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws BindException {
        if (options.port() == 1) {
            throw new BindException("Address already in use");
        }
        return new RunningEngine() {
            @Override
            public int port() {
                return options.port();
            }

            @Override
            public void drain() {
                // there are no connections
            }

            @Override
            public void stop(Duration within) {
                // there is nothing to stop
            }
        };
    }
}
