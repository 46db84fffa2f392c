package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.filter.Filter;
import io.jetalyst.internal.assets.Folder;
import io.jetalyst.internal.assets.StaticFiles;
import io.jetalyst.internal.body.BodyOptions;
import io.jetalyst.internal.body.UploadDirectory;
import io.jetalyst.internal.compression.Compression;
import io.jetalyst.internal.config.BodySettings;
import io.jetalyst.internal.config.CompressionSettings;
import io.jetalyst.internal.config.ConnectionSettings;
import io.jetalyst.internal.config.CorsSettings;
import io.jetalyst.internal.config.HeaderSettings;
import io.jetalyst.internal.config.LifeSettings;
import io.jetalyst.internal.config.ObserveSettings;
import io.jetalyst.internal.config.ProxySettings;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.config.ServerSettings.Mode;
import io.jetalyst.internal.config.SettingsLoader;
import io.jetalyst.internal.config.TlsSettings;
import io.jetalyst.internal.headers.HeaderOptions;
import io.jetalyst.internal.headers.PolicyReports;
import io.jetalyst.internal.health.Checks;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.limit.HandshakeRate;
import io.jetalyst.internal.limit.RejectionLog;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.pipeline.Pipeline;
import io.jetalyst.internal.pipeline.PipelineOptions;
import io.jetalyst.internal.proxy.HttpsRule;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.login.Authenticator;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Topics;
import io.jetalyst.table.RouteTable;
import io.jetalyst.validate.Validator;
import io.jetalyst.view.Assets;
import io.jetalyst.view.ErrorPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts an application: settings, tables, controllers, router, and only then the server. */
public final class Starter {
    private Starter() {}

    /**
     * Closes the bound instances and the hub if it fails.
     *
     * @throws StartupException if anything is wrong; nothing listens then
     */
    public static Started start(ApplicationParts parts) {
        Closeables closeables = new Closeables(parts.bound().values());
        try {
            return start(SettingsLoader.load(parts.arguments()), parts, closeables);
        } catch (RuntimeException | Error e) {
            closeables.close();
            throw e;
        }
    }

    private static Started start(Settings settings, ApplicationParts parts, Closeables closeables) {
        Map<Class<?>, Object> bound = parts.bound();
        List<Filter> filters = parts.filters();
        List<Authenticator> authenticators = parts.authenticators();
        ServerSettings server = ServerSettings.of(settings);
        LifeSettings life = LifeSettings.of(settings, server);
        TlsSettings tls = TlsSettings.of(settings, server.listeners());
        ProxySettings proxy = ProxySettings.of(settings, server);
        Observing observing = Observing.discover(
                ObserveSettings.of(settings, server),
                life.health().map(HealthEndpoint::paths).orElse(Set.of()));
        closeables.addFirst(observing);
        HttpsRule https = tls.rule();
        EngineOptions engineOptions =
                tls.add(ConnectionSettings.of(settings, server)).proxies(proxy.forwarding()::isProxy);
        Rejections rejections = RejectionLog.counter();
        UploadDirectory uploads = new UploadDirectory(rejections);
        closeables.addFirst(uploads);
        uploads.removeAbandoned();
        Engine engine = Engines.discover();
        Codecs codecs = JsonCodecs.discover(bound, settings);
        Sessions sessions = SessionStores.open(settings, bound, codecs);
        closeables.addLast(sessions);
        StaticFiles files = StaticFiles.ofClassPath(server.mode() == Mode.DEV);
        Assets assets = name -> server.basePath() + files.url(name);
        PipelineOptions pipelineOptions = pipelineOptions(
                        settings, server, proxy, https, uploads, rejections, observing.observers())
                .pages(errorPages(bound), assets)
                .sessions(sessions)
                .headers(headers(settings, server, tls))
                .cors(CorsSettings.of(settings));
        Validator validator = Validators.discover();
        Sockets sockets = new Sockets(
                codecs,
                validator,
                Limits.of(settings),
                hub(bound, closeables),
                server.maxTopics(),
                rejections,
                server.mode() == Mode.DEV,
                observing.observers());
        RunningEngine running = null;
        try {
            Map<Class<?>, Object> given = new HashMap<>(observing.begin(engine, settings, bound, proxy.hosts()));
            given.putAll(bound);
            Container container = new Container(
                    instances(given, settings, sockets, codecs, assets), parts.lookup(), codecs, validator, sessions);
            authenticators.forEach(authenticator -> authenticator.configure(settings));
            Authentication authentication = new Authentication(authenticators);
            Tables.Bound tables = Tables.bind(tables(parts.tables(), authenticators), container, authentication);
            List<BoundRoute> routes = new ArrayList<>(tables.routes());
            parts.folders().forEach((path, directory) -> routes.add(Folder.route(path, directory)));
            Limits.check(routes, sockets);
            HealthEndpoint health = health(life, routes, bound, server.mode());
            Router router = Router.of(routes, files);
            files.reportHidden(router);
            Pipeline pipeline = new Pipeline(
                    router,
                    filters,
                    sockets,
                    pipelineOptions.errors(tables.errors()).health(health).authentication(authentication));
            running = Engines.start(
                    engine,
                    engineOptions.blockingHandlers(mayBlock(routes, filters)).rejections(rejections),
                    pipeline,
                    ServerSettings.addressSetting(settings),
                    observing.metricsListener().stream().toList());
            observing
                    .observers()
                    .started(new ServerStatistics(running, sockets, rejections, engineOptions.maxBlockingTasks()));
            https.listening(running.listeners());
            files.route().ifPresent(routes::add);
            tls.watch(running, proxy.hostNames()).ifPresent(closeables::addFirst);
            return new Started(
                    engine.name(),
                    running,
                    sockets,
                    codecs,
                    settings,
                    server,
                    life,
                    health,
                    rejections,
                    sorted(routes),
                    observing.metricsListener(),
                    pipeline::endEndlessResponses,
                    closeables::close);
        } catch (RuntimeException | Error e) {
            if (running != null) {
                running.stop(Duration.ZERO);
            }
            sockets.close(Duration.ZERO);
            throw e;
        }
    }

    /** The tables that are served, those of the authenticators last. */
    private static List<RouteTable> tables(List<RouteTable> mounted, List<Authenticator> authenticators) {
        List<RouteTable> tables = new ArrayList<>(mounted.isEmpty() ? Tables.discover() : mounted);
        authenticators.forEach(authenticator -> authenticator.routes().ifPresent(tables::add));
        return tables;
    }

    static boolean mayBlock(List<BoundRoute> routes, List<Filter> filters) {
        return routes.stream().anyMatch(bound -> !bound.isNonBlocking())
                || filters.stream().anyMatch(filter -> !filter.isNonBlocking());
    }

    private static PipelineOptions pipelineOptions(
            Settings settings,
            ServerSettings server,
            ProxySettings proxy,
            HttpsRule https,
            UploadDirectory uploads,
            Rejections rejections,
            Observers observers) {
        BodySettings bodies = BodySettings.of(settings);
        PipelineOptions options = PipelineOptions.defaults()
                .answerTimeout(server.answerTimeout())
                .bodies(new BodyOptions(bodies.maxBytes(), bodies.maxUploadBytes(), uploads, bodies.gzip()))
                .forwarding(proxy.forwarding())
                .hosts(proxy.hosts())
                .https(https)
                .origins(proxy.origins())
                .eventKeepAlive(server.eventKeepAlive())
                .rejections(rejections)
                .handshakes(new HandshakeRate(server.maxHandshakesPerSecond(), rejections))
                .compression(CompressionSettings.isOn(settings) ? new Compression() : null)
                .observers(observers);
        return server.mode() == Mode.DEV ? options.inDevelopment() : options;
    }

    private static HeaderOptions headers(Settings settings, ServerSettings server, TlsSettings tls) {
        HeaderOptions headers = HeaderSettings.of(settings, server, tls);
        return server.mode() == Mode.DEV ? headers.reportTo(server.basePath() + PolicyReports.PATH) : headers;
    }

    private static HealthEndpoint health(
            LifeSettings life, List<BoundRoute> routes, Map<Class<?>, Object> bound, Mode mode) {
        List<String> paths = routes.stream().map(each -> each.route().path()).toList();
        return life.health()
                .map(base -> HealthEndpoint.of(base, paths, new Checks(bound.values()), mode == Mode.DEV))
                .orElseGet(HealthEndpoint::off);
    }

    /** The instances that controllers can ask for: those that were bound, those of observers, and the services of the framework. */
    private static Map<Class<?>, Object> instances(
            Map<Class<?>, Object> bound, Settings settings, Sockets sockets, Codecs codecs, Assets assets) {
        Map<Class<?>, Object> instances = new HashMap<>(bound);
        instances.putIfAbsent(Settings.class, settings);
        instances.putIfAbsent(Topics.class, sockets.topics());
        instances.putIfAbsent(Codecs.class, codecs);
        instances.putIfAbsent(Assets.class, assets);
        return instances;
    }

    /** The pages that were bound; without them, the framework's plain page. */
    private static ErrorPages errorPages(Map<Class<?>, Object> bound) {
        return bound.get(ErrorPages.class) instanceof ErrorPages pages ? pages : error -> Optional.empty();
    }

    /** The hub that was bound; without one, topics stay in this process. */
    private static Hub hub(Map<Class<?>, Object> bound, Closeables closeables) {
        if (bound.get(Hub.class) instanceof Hub hub) {
            return hub;
        }
        Hub memory = new MemoryHub();
        closeables.addHub(memory);
        return memory;
    }

    private static List<BoundRoute> sorted(List<BoundRoute> routes) {
        return routes.stream()
                .sorted(Comparator.comparing((BoundRoute bound) -> bound.route().path())
                        .thenComparing(bound -> bound.route().toString()))
                .toList();
    }
}
