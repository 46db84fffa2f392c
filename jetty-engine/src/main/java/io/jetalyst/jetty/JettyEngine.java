package io.jetalyst.jetty;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * The engine on Jetty's core: a connector for each listener, which reads HTTP/1.1 and HTTP/2, and one flat, non-blocking handler. Tasks that may
 * block run on {@link BlockingThreads}.
 */
public final class JettyEngine implements Engine {
    @Override
    public String name() {
        return "Jetty " + Server.getVersion();
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws IOException {
        TlsContext tls = options.tls() == null ? null : new TlsContext(options.tls());
        List<ListeningChannel> channels = ListeningChannel.open(options.listeners(), options.reusePort());
        try {
            return start(options, handler, tls, channels);
        } catch (IOException | RuntimeException | Error e) {
            channels.forEach(IO::close);
            throw e;
        }
    }

    private static RunningEngine start(
            EngineOptions options, ExchangeHandler handler, @Nullable TlsContext tls, List<ListeningChannel> channels)
            throws IOException {
        JettyServer server = JettyServer.of(options);
        BlockingThreads requestThreads = BlockingThreads.named(
                "jetalyst-request-", options.blockingThreads(), options.maxBlockingTasks(), options.rejections());
        BlockingThreads socketThreads = BlockingThreads.named(
                "jetalyst-socket-", options.blockingThreads(), Integer.MAX_VALUE, options.rejections());
        ConnectionLimit limit = new ConnectionLimit(options);
        RootHandler root = new RootHandler(handler, options, limit, new TaskRunner(socketThreads), requestThreads);
        List<HttpConnector> connectors = connectors(server, channels, options, limit, tls, handler);
        OpenConnections open = new OpenConnections();
        connectors.forEach(connector -> connector.addBean(open));
        server.setHandler(root);
        server.setErrorHandler(Refusals.errorHandler(handler));
        try {
            server.start();
        } catch (Throwable failure) {
            stopQuietly(server);
            throw failure instanceof IOException io ? io : new IOException(failure.toString(), failure);
        }
        return new RunningJetty(server, connectors, open, tls, root, requestThreads, socketThreads);
    }

    private static List<HttpConnector> connectors(
            JettyServer server,
            List<ListeningChannel> channels,
            EngineOptions options,
            ConnectionLimit limit,
            @Nullable TlsContext tls,
            ExchangeHandler handler) {
        List<HttpConnector> connectors = channels.stream()
                .map(channel -> connector(server, channel, options, limit, tls, handler))
                .toList();
        server.setConnectors(connectors.toArray(HttpConnector[]::new));
        server.addBean(new NetworkConnectionLimit(limit.maxAccepted(), connectors.toArray(HttpConnector[]::new)));
        return connectors;
    }

    private static HttpConnector connector(
            JettyServer server,
            ListeningChannel channel,
            EngineOptions options,
            ConnectionLimit limit,
            @Nullable TlsContext tls,
            ExchangeHandler handler) {
        HttpConnector connector = new HttpConnector(
                server,
                channel,
                options,
                limit,
                http1 -> Refusals.late(handler, http1.acceptFields(), http1.isHead()),
                Protocols.of(channel.listener(), options, tls));
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        connector.setAcceptQueueSize(ListeningChannel.BACKLOG);
        return connector;
    }

    private static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception ignored) {
            // The caller gets the reason why the server did not start.
        }
    }
}
