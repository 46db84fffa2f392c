package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.jetty.fcgi.FcgiConnectionFactory;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The protocols that the clients of a listener send, as Jetty's connection factories. The first reads the first bytes of a connection. */
final class Protocols {
    static final int HEAD_BYTES = 8 * 1024;
    /**
     * Jetty ends the whole HTTP/2 connection when a head exceeds this. So it is larger than the heads that are served, and a head between the
     * two is refused on its own stream.
     */
    static final int HTTP2_HEAD_BYTES = 8 * HEAD_BYTES;
    /** {@code %25} is an ordinary character (RFC 3986 §2.4). The path stays encoded until it is matched, so nothing is decoded twice. */
    private static final UriCompliance PATHS =
            UriCompliance.DEFAULT.with("JETALYST", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    /** A client may send so many bytes before they are read. In frames of one byte, each costs more than a hundred bytes in the queue. */
    static final int STREAM_WINDOW_BYTES = 64 * 1024;

    static final int SESSION_WINDOW_BYTES = 2 * STREAM_WINDOW_BYTES;
    /** The streams that a client may have open in one connection. */
    static final int MAX_STREAMS = 128;
    /** The pings, settings, resets, window updates and empty frames that a client may send in a second (RFC 9113 §10.5). */
    static final int MAX_EVENTS_PER_SECOND = 128;

    private static final HostPort LOCAL = new HostPort("localhost");

    private Protocols() {}

    /** @param tls not null if the listener is for HTTPS */
    static ConnectionFactory[] of(Listener listener, EngineOptions options, SslContextFactory.@Nullable Server tls) {
        if (listener.protocol() == Listener.Protocol.FASTCGI) {
            return new ConnectionFactory[] {webServers(listener, options)};
        }
        List<ConnectionFactory> factories = new ArrayList<>();
        HttpConnectionFactory http1 = new HttpConnectionFactory(http(HEAD_BYTES, listener));
        HttpConfiguration http2 = http(HTTP2_HEAD_BYTES, listener);
        if (listener.protocol() == Listener.Protocol.HTTPS && tls != null) {
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
            alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
            factories.add(new SecureConnectionFactory(tls, alpn.getProtocol()));
            factories.add(alpn);
            factories.add(limited(new HTTP2ServerConnectionFactory(http2)));
            factories.add(http1);
        } else {
            factories.add(http1);
            factories.add(limited(new PriorKnowledge(http2)));
        }
        if (listener.proxyProtocol()) {
            factories.add(0, new ProxyHeaderConnection.Factory(factories.get(0).getProtocol(), options.proxies()));
        }
        return factories.toArray(ConnectionFactory[]::new);
    }

    /** Everybody who may connect to a UNIX socket is a web server; a port may be open to others. */
    private static ConnectionFactory webServers(Listener listener, EngineOptions options) {
        return new FcgiConnectionFactory(
                http(HEAD_BYTES, listener),
                peer -> peer instanceof UnixDomainSocketAddress
                        || options.proxies().test(peer),
                options.maxConnections());
    }

    private static HttpConfiguration http(int headBytes, Listener listener) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setHeaderCacheCaseSensitive(true); // a cookie in other letters is another cookie
        http.setUriCompliance(PATHS);
        http.setRequestHeaderSize(headBytes);
        if (!(listener.address() instanceof Listener.Tcp)) {
            // Jetty would take the path of the socket for the authority of a request that has none.
            http.setServerAuthority(LOCAL);
        }
        return http;
    }

    private static ConnectionFactory limited(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setMaxConcurrentStreams(MAX_STREAMS);
        http2.setRateControlFactory(new WindowRateControl.Factory(MAX_EVENTS_PER_SECOND));
        http2.setInitialStreamRecvWindow(STREAM_WINDOW_BYTES);
        http2.setInitialSessionRecvWindow(SESSION_WINDOW_BYTES);
        return http2;
    }
}
