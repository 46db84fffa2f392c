package io.jetalyst.jetty;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.IO;

/**
 * The engine on Jetty's core: a connector for each listener, which reads HTTP/1.1 and HTTP/2 with prior knowledge, and one flat, non-blocking handler. Tasks that may
 * block run on {@link BlockingThreads}.
 */
public final class JettyEngine implements Engine {
    static final int HEAD_BYTES = 8 * 1024;
    /**
     * Jetty ends the whole HTTP/2 connection when a head exceeds this. So it is larger than the heads that are served, and a head between the
     * two is refused on its own stream.
     */
    private static final int HTTP2_HEAD_BYTES = 8 * HEAD_BYTES;
    /** {@code %25} is an ordinary character (RFC 3986 §2.4). The path stays encoded until it is matched, so nothing is decoded twice. */
    private static final UriCompliance PATHS =
            UriCompliance.DEFAULT.with("JETALYST", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    /** A client may send so many bytes before they are read. In frames of one byte, each costs more than a hundred bytes in the queue. */
    private static final int STREAM_WINDOW_BYTES = 64 * 1024;

    private static final int SESSION_WINDOW_BYTES = 2 * STREAM_WINDOW_BYTES;

    private static final HostPort LOCAL = new HostPort("localhost");

    @Override
    public String name() {
        return "Jetty " + Server.getVersion();
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws IOException {
        List<ListeningChannel> channels = ListeningChannel.open(options.listeners(), options.reusePort());
        JettyServer server = JettyServer.of(options);
        BlockingThreads requestThreads =
                BlockingThreads.named("jetalyst-request-", options.blockingThreads(), options.maxBlockingTasks());
        BlockingThreads socketThreads =
                BlockingThreads.named("jetalyst-socket-", options.blockingThreads(), Integer.MAX_VALUE);
        RootHandler root = new RootHandler(handler, options, new TaskRunner(socketThreads), requestThreads);
        List<HttpConnector> connectors = connectors(server, channels, options, handler);
        OpenConnections open = new OpenConnections();
        connectors.forEach(connector -> connector.addBean(open));
        server.setHandler(root);
        server.setErrorHandler(Refusals.errorHandler(handler));
        try {
            server.start();
        } catch (Exception failure) {
            stopQuietly(server);
            channels.forEach(IO::close);
            throw failure instanceof IOException io ? io : new IOException(failure.toString(), failure);
        }
        return new RunningJetty(server, connectors, open, root, requestThreads, socketThreads);
    }

    private static List<HttpConnector> connectors(
            JettyServer server, List<ListeningChannel> channels, EngineOptions options, ExchangeHandler handler) {
        AddressLimit perAddress = new AddressLimit(options.maxConnectionsPerAddress());
        List<HttpConnector> connectors = channels.stream()
                .map(channel -> connector(server, channel, options, perAddress, handler))
                .toList();
        server.setConnectors(connectors.toArray(HttpConnector[]::new));
        server.addBean(new NetworkConnectionLimit(options.maxConnections(), connectors.toArray(HttpConnector[]::new)));
        return connectors;
    }

    private static HttpConnector connector(
            JettyServer server,
            ListeningChannel channel,
            EngineOptions options,
            AddressLimit perAddress,
            ExchangeHandler handler) {
        HttpConnector connector = new HttpConnector(
                server,
                channel,
                options,
                perAddress,
                endPoint -> Refusals.late(handler, endPoint.acceptFields(), endPoint.isHead()),
                new HttpConnectionFactory(http(HEAD_BYTES, channel)),
                http2(http(HTTP2_HEAD_BYTES, channel)));
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        connector.setAcceptQueueSize(ListeningChannel.BACKLOG);
        return connector;
    }

    private static HttpConfiguration http(int headBytes, ListeningChannel channel) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(PATHS);
        http.setRequestHeaderSize(headBytes);
        if (!channel.isTcp()) { // the authority of a request that has none would be the path of the socket
            http.setServerAuthority(LOCAL);
        }
        return http;
    }

    private static PriorKnowledge http2(HttpConfiguration http) {
        PriorKnowledge http2 = new PriorKnowledge(http);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW_BYTES);
        http2.setInitialSessionRecvWindow(SESSION_WINDOW_BYTES);
        return http2;
    }

    private static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception ignored) {
            // The caller gets the reason why the server did not start.
        }
    }
}
