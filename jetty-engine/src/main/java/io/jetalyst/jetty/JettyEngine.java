package io.jetalyst.jetty;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * The engine on Jetty's core: one connector for HTTP/1.1 and HTTP/2 with prior knowledge, and one flat, non-blocking handler. Tasks that may
 * block run on {@link BlockingThreads}.
 */
public final class JettyEngine implements Engine {
    private static final int BACKLOG = 1024;
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

    @Override
    public String name() {
        return "Jetty " + Server.getVersion();
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws IOException {
        if (new InetSocketAddress(options.host(), options.port()).isUnresolved()) {
            throw new UnknownHostException(options.host());
        }
        JettyServer server = JettyServer.of(options);
        HttpConnector connector = connector(server, options, handler);
        BlockingThreads requestThreads =
                BlockingThreads.named("jetalyst-request-", options.blockingThreads(), options.maxBlockingTasks());
        BlockingThreads socketThreads =
                BlockingThreads.named("jetalyst-socket-", options.blockingThreads(), Integer.MAX_VALUE);
        RootHandler root = new RootHandler(handler, options, new TaskRunner(socketThreads), requestThreads);
        server.addConnector(connector);
        server.setHandler(root);
        server.setErrorHandler(Refusals.errorHandler(handler));
        try {
            server.start();
        } catch (Exception failure) {
            stopQuietly(server);
            throw asIoException(failure, options);
        }
        return new RunningJetty(server, connector, root, requestThreads, socketThreads);
    }

    private static HttpConnector connector(JettyServer server, EngineOptions options, ExchangeHandler handler) {
        HttpConnector connector = new HttpConnector(
                server,
                options,
                endPoint -> Refusals.late(handler, endPoint.acceptFields(), endPoint.isHead()),
                new HttpConnectionFactory(http(HEAD_BYTES)),
                http2(http(HTTP2_HEAD_BYTES)));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        server.addBean(new NetworkConnectionLimit(options.maxConnections(), connector));
        return connector;
    }

    private static HttpConfiguration http(int headBytes) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(PATHS);
        http.setRequestHeaderSize(headBytes);
        return http;
    }

    private static PriorKnowledge http2(HttpConfiguration http) {
        PriorKnowledge http2 = new PriorKnowledge(http);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW_BYTES);
        http2.setInitialSessionRecvWindow(SESSION_WINDOW_BYTES);
        return http2;
    }

    /** Jetty wraps the cause. A port that is in use is reported as a {@code BindException}. */
    private static IOException asIoException(Exception failure, EngineOptions options) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException taken) {
                return taken;
            }
        }
        return failure instanceof IOException io
                ? io
                : new IOException("cannot listen on " + options.host() + ":" + options.port(), failure);
    }

    private static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception ignored) {
            // The caller gets the reason why the server did not start.
        }
    }
}
