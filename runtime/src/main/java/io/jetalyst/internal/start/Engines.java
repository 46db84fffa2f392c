package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Starts an engine.
     *
     * @param setting the setting that names the addresses
     * @param others the addresses of this application that another engine has
     */
    static RunningEngine start(
            Engine engine, EngineOptions options, ExchangeHandler handler, String setting, List<Listener> others) {
        try {
            return engine.start(options, handler);
        } catch (ListenException e) {
            throw new StartupException(
                    ListenProblem.describe(
                            e,
                            setting,
                            Stream.concat(options.listeners().stream(), others.stream())
                                    .toList()),
                    e);
        } catch (IOException e) {
            throw new StartupException("The server does not start: " + e.getMessage() + ".", e);
        }
    }
}
