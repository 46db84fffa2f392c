package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.Languages;
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
import io.jetalyst.internal.config.TlsSettings;
import io.jetalyst.internal.failure.RequestLanguages;
import io.jetalyst.internal.handshake.MessageReaders;
import io.jetalyst.internal.headers.HeaderOptions;
import io.jetalyst.internal.headers.PolicyReports;
import io.jetalyst.internal.health.Checks;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.limit.HandshakeRate;
import io.jetalyst.internal.limit.RejectionLog;
import io.jetalyst.internal.pipeline.Pipeline;
import io.jetalyst.internal.pipeline.PipelineOptions;
import io.jetalyst.internal.proxy.HttpsRule;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
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
import org.jspecify.annotations.Nullable;

/**
 * The start of one application: the settings, the extensions, the controllers, the router, and only then the server. Each step needs those before
 * it. Used once, by one thread.
 */
final class Startup {
    private final Settings settings;
    private final ApplicationParts parts;
    private final Closeables closeables;
    private final ServerSettings server;
    private final LifeSettings life;
    private final TlsSettings tls;
    private final ProxySettings proxy;
    private final Observing observing;
    private final HttpsRule https;
    private final EngineOptions engineOptions;
    private final Rejections rejections;
    private final Engine engine;
    private final Codecs codecs;
    private final Sessions sessions;
    private final StaticFiles files;
    private final Assets assets;
    private final PipelineOptions pipelineOptions;
    private final @Nullable Validator validator;
    private final Sockets sockets;

    /**
     * Reads the settings and finds the extensions.
     *
     * @param closeables receives everything that must be closed when the application stops or does not start
     */
    Startup(Settings settings, ApplicationParts parts, Closeables closeables) {
        this.settings = settings;
        this.parts = parts;
        this.closeables = closeables;
        this.server = ServerSettings.of(settings);
        this.life = LifeSettings.of(settings, server);
        this.tls = TlsSettings.of(settings, server.listeners());
        this.proxy = ProxySettings.of(settings, server);
        this.observing = Observing.discover(
                ObserveSettings.of(settings, server),
                life.health().map(HealthEndpoint::paths).orElse(Set.of()));
        closeables.addFirst(observing);
        this.https = tls.rule();
        this.engineOptions = tls.add(ConnectionSettings.of(settings, server)).proxies(proxy.forwarding()::isProxy);
        this.rejections = RejectionLog.counter();
        UploadDirectory uploads = new UploadDirectory(rejections);
        closeables.addFirst(uploads);
        uploads.removeAbandoned();
        this.engine = Engines.discover();
        this.codecs = JsonCodecs.discover(parts.bound(), settings);
        this.sessions = SessionStores.open(settings, parts.bound(), codecs);
        closeables.addLast(sessions);
        this.files = StaticFiles.ofClassPath(isDevelopment());
        this.assets = name -> server.basePath() + files.url(name);
        RequestLanguages languages = languages();
        this.pipelineOptions = pipelineOptions(uploads).languages(languages);
        this.validator = Validators.discover();
        this.sockets = new Sockets(
                new MessageReaders(codecs, validator, isDevelopment(), languages),
                codecs,
                Limits.of(settings),
                hub(),
                server.maxTopics(),
                rejections,
                observing.observers());
    }

    private boolean isDevelopment() {
        return server.mode() == Mode.DEV;
    }

    private PipelineOptions pipelineOptions(UploadDirectory uploads) {
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
                .observers(observing.observers())
                .pages(errorPages(), assets)
                .sessions(sessions)
                .headers(headers())
                .cors(CorsSettings.of(settings));
        return isDevelopment() ? options.inDevelopment() : options;
    }

    /** The pages that were bound; without them, the framework's plain page. */
    private ErrorPages errorPages() {
        return parts.bound().get(ErrorPages.class) instanceof ErrorPages pages ? pages : error -> Optional.empty();
    }

    private RequestLanguages languages() {
        return parts.bound().get(Languages.class) instanceof Languages chosen
                ? new RequestLanguages(chosen)
                : RequestLanguages.OF_CLIENT;
    }

    private HeaderOptions headers() {
        HeaderOptions headers = HeaderSettings.of(settings, server, tls);
        return isDevelopment() ? headers.reportTo(server.basePath() + PolicyReports.PATH) : headers;
    }

    /** The hub that was bound; without one, topics stay in this process. */
    private Hub hub() {
        if (parts.bound().get(Hub.class) instanceof Hub hub) {
            return hub;
        }
        Hub memory = new MemoryHub();
        closeables.addHub(memory);
        return memory;
    }

    /** Creates the controllers and starts the server. */
    Started run() {
        try {
            Container container = new Container(instances(), parts.lookup(), codecs, validator, sessions);
            parts.authenticators().forEach(authenticator -> authenticator.configure(settings));
            Authentication authentication = new Authentication(parts.authenticators());
            Tables.Bound tables = Tables.bind(tables(), container, authentication);
            List<BoundRoute> routes = new ArrayList<>(tables.routes());
            parts.folders().forEach((path, directory) -> routes.add(Folder.route(path, directory)));
            Limits.check(routes, sockets);
            HealthEndpoint health = health(routes);
            Router router = Router.of(routes, files);
            files.reportHidden(router);
            Pipeline pipeline = new Pipeline(
                    router,
                    parts.filters(),
                    sockets,
                    pipelineOptions.errors(tables.errors()).health(health).authentication(authentication));
            return listen(pipeline, routes, health);
        } catch (RuntimeException | Error e) {
            sockets.close(Duration.ZERO);
            throw e;
        }
    }

    /** The instances that controllers can ask for: those that were bound, those of observers, and the services of the framework. */
    private Map<Class<?>, Object> instances() {
        Map<Class<?>, Object> instances =
                new HashMap<>(observing.begin(engine, settings, parts.bound(), proxy.hosts()));
        instances.putAll(parts.bound());
        instances.putIfAbsent(Settings.class, settings);
        instances.putIfAbsent(Topics.class, sockets.topics());
        instances.putIfAbsent(Codecs.class, codecs);
        instances.putIfAbsent(Assets.class, assets);
        return instances;
    }

    /** The tables that are served, those of the authenticators last. */
    private List<RouteTable> tables() {
        List<RouteTable> tables = new ArrayList<>(parts.tables().isEmpty() ? Tables.discover() : parts.tables());
        parts.authenticators().forEach(authenticator -> authenticator.routes().ifPresent(tables::add));
        return tables;
    }

    private HealthEndpoint health(List<BoundRoute> routes) {
        List<String> paths = routes.stream().map(each -> each.route().path()).toList();
        return life.health()
                .map(base ->
                        HealthEndpoint.of(base, paths, new Checks(parts.bound().values())))
                .orElseGet(HealthEndpoint::off);
    }

    private Started listen(Pipeline pipeline, List<BoundRoute> routes, HealthEndpoint health) {
        RunningEngine running = Engines.start(
                engine,
                engineOptions
                        .blockingHandlers(mayBlock(routes, parts.filters()))
                        .rejections(rejections),
                pipeline,
                ServerSettings.addressSetting(settings),
                observing.metricsListener().stream().toList());
        try {
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
            running.stop(Duration.ZERO);
            throw e;
        }
    }

    static boolean mayBlock(List<BoundRoute> routes, List<Filter> filters) {
        return routes.stream().anyMatch(bound -> !bound.isNonBlocking())
                || filters.stream().anyMatch(filter -> !filter.isNonBlocking());
    }

    private static List<BoundRoute> sorted(List<BoundRoute> routes) {
        return routes.stream()
                .sorted(Comparator.comparing((BoundRoute bound) -> bound.route().path())
                        .thenComparing(bound -> bound.route().toString()))
                .toList();
    }
}
