package io.jetalyst.jetty;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.engine.SocketUpgrade;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.ExtensionStack;
import org.eclipse.jetty.websocket.core.Negotiated;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.util.WebSocketUtils;

/**
 * Answers a handshake that the runtime has checked, and puts a WebSocket in place of HTTP (RFC 6455 §4.2.2, RFC 8441 §5).
 *
 * <p>Jetty's own handshaker would check it a second time by rules of its own, parse extensions that are not wanted, and keep the
 * session and the connection to itself; what remains without that is this.
 */
final class Upgrade {
    private static final String VERSION = "13";
    private static final URI UNUSED = URI.create("ws://localhost/");

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final WebSocketComponents components;

    Upgrade(Request request, Response response, Callback callback, WebSocketComponents components) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.components = components;
    }

    void begin(SocketUpgrade upgrade, UpgradeSupport support) {
        HttpFields.Mutable fields = response.getHeaders();
        upgrade.subprotocol().ifPresent(chosen -> fields.put(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, chosen));
        EndPoint endPoint;
        if (support == UpgradeSupport.EXTENDED_CONNECT) {
            response.setStatus(HttpStatus.OK_200);
            endPoint = request.getTunnelSupport().getEndPoint();
        } else {
            response.setStatus(HttpStatus.SWITCHING_PROTOCOLS_101);
            fields.put(HttpHeader.UPGRADE, "websocket");
            fields.put(HttpHeader.CONNECTION, HttpHeader.UPGRADE.asString());
            String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
            fields.put(HttpHeader.SEC_WEBSOCKET_ACCEPT, WebSocketUtils.hashKey(key));
            endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        }
        // Read when the answer is written and the exchange is over.
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection(upgrade, endPoint));
        response.write(true, null, callback);
    }

    private WebSocketConnection connection(SocketUpgrade upgrade, EndPoint endPoint) {
        ExtensionStack noExtensions = new ExtensionStack(components, Behavior.SERVER);
        noExtensions.negotiate(List.of(), List.of());
        JettySocket socket = new JettySocket(upgrade.receiver());
        Negotiated negotiated =
                new Negotiated(UNUSED, upgrade.subprotocol().orElse(null), request.isSecure(), noExtensions, VERSION);
        JettySession session = new JettySession(socket, negotiated, components);
        session.setIdleTimeout(Duration.ZERO); // the runtime sends pings, and knows what silence means
        Connector connector = request.getConnectionMetaData().getConnector();
        WebSocketConnection connection = new WebSocketConnection(
                endPoint,
                request.getComponents().getExecutor(),
                connector.getScheduler(),
                connector.getByteBufferPool(),
                session);
        session.setWebSocketConnection(connection);
        HttpConfiguration http = request.getConnectionMetaData().getHttpConfiguration();
        connection.setUseInputDirectByteBuffers(http.isUseInputDirectByteBuffers());
        connection.setUseOutputDirectByteBuffers(http.isUseOutputDirectByteBuffers());
        connector.getEventListeners().forEach(connection::addEventListener);
        return connection;
    }
}
