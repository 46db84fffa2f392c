package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the one engine, and reports why it does not listen. */
final class Engines {
    private Engines() {}

    static Engine discover() {
        List<Engine> engines = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (engines.isEmpty()) {
            throw new StartupException("There is no server. Add the dependency io.jetalyst:jetalyst-jetty-engine.");
        }
        if (engines.size() > 1) {
            throw new StartupException("There are several servers: "
                    + engines.stream().map(Engine::name).collect(Collectors.joining(", "))
                    + ". Keep one as a dependency.");
        }
        return engines.get(0);
    }

    static RunningEngine start(Engine engine, EngineOptions options, ExchangeHandler handler) {
        try {
            return engine.start(options, handler);
        } catch (BindException e) {
            throw new StartupException(bindMessage(options, e), e);
        } catch (IOException e) {
            throw new StartupException(
                    "Cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage() + ".", e);
        }
    }

    private static String bindMessage(EngineOptions options, BindException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("in use")) {
            return "Port " + options.port() + " of " + options.host()
                    + " is in use. Stop what listens there, or choose another port: --port="
                    + (options.port() < 65_535 ? options.port() + 1 : 8080) + ".";
        }
        return "Cannot listen on " + options.host() + ":" + options.port() + ": " + text + ".";
    }
}
