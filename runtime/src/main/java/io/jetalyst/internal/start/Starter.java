package io.jetalyst.internal.start;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.filter.Filter;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.config.SettingsLoader;
import io.jetalyst.internal.pipeline.Pipeline;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Topics;
import io.jetalyst.table.Lookup;
import io.jetalyst.table.RouteTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Starts an application: settings, tables, controllers, router, and only then the server. */
public final class Starter {
    private Starter() {}

    /**
     * @param mounted the tables to serve; those of the index if there are none
     * @throws StartupException if anything is wrong; nothing listens then
     */
    public static Started start(
            List<String> arguments,
            Map<Class<?>, Object> bound,
            @Nullable Lookup lookup,
            List<RouteTable> mounted,
            List<Filter> filters) {
        Settings settings = SettingsLoader.load(arguments);
        ServerSettings server = ServerSettings.of(settings);
        Engine engine = Engines.discover();
        Codecs codecs = new Codecs(ServiceLoader.load(BodyCodec.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
        Sockets sockets = new Sockets(codecs, Limits.of(settings), hub(bound), server.maxTopics());
        Map<Class<?>, Object> instances = new HashMap<>(bound);
        instances.putIfAbsent(Settings.class, settings);
        instances.putIfAbsent(Topics.class, sockets.topics());
        instances.putIfAbsent(Codecs.class, codecs);

        List<RouteTable> tables = mounted.isEmpty() ? Tables.discover() : mounted;
        List<BoundRoute> routes = Tables.bind(tables, new Container(instances, lookup, codecs));
        Limits.check(routes, sockets);
        Pipeline pipeline = new Pipeline(Router.of(routes), filters, sockets);
        EngineOptions options = EngineOptions.of(server.host(), server.port()).idleTimeout(server.idleTimeout());
        RunningEngine running = Engines.start(engine, options, pipeline);
        return new Started(engine.name(), running, sockets, codecs, settings, server, sorted(routes));
    }

    /** The hub that was bound; without one, topics stay in this process. */
    private static Hub hub(Map<Class<?>, Object> bound) {
        return bound.get(Hub.class) instanceof Hub hub ? hub : new MemoryHub();
    }

    private static List<BoundRoute> sorted(List<BoundRoute> routes) {
        return routes.stream()
                .sorted(Comparator.comparing((BoundRoute bound) -> bound.route().path())
                        .thenComparing(bound -> bound.route().toString()))
                .toList();
    }
}
