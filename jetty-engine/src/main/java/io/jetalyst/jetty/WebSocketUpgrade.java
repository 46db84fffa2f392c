package io.jetalyst.jetty;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.engine.SocketUpgrade;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers a checked handshake and replaces the HTTP connection by a socket (RFC 6455 §4.2.2, RFC 8441 §5). */
final class WebSocketUpgrade {
    private WebSocketUpgrade() {}

    static void start(
            SocketUpgrade upgrade,
            UpgradeSupport support,
            TaskRunner tasks,
            Request request,
            Response response,
            Callback callback) {
        HttpFields.Mutable fields = response.getHeaders();
        EndPoint endPoint;
        if (support == UpgradeSupport.EXTENDED_CONNECT) {
            response.setStatus(HttpStatus.OK_200);
            endPoint = request.getTunnelSupport().getEndPoint();
        } else {
            response.setStatus(HttpStatus.SWITCHING_PROTOCOLS_101);
            fields.put(HttpHeader.UPGRADE, "websocket");
            fields.put(HttpHeader.CONNECTION, HttpHeader.UPGRADE.asString());
            endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        }
        JettySocket socket = new JettySocket(
                upgrade,
                endPoint,
                tasks,
                request.getComponents().getByteBufferPool(),
                request.getConnectionMetaData().getConnector().getScheduler());
        request.getConnectionMetaData().getConnector().getEventListeners().forEach(socket::addEventListener);
        // Jetty reads the attribute when the response is written and the exchange has ended.
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, socket);
        request.addHttpStreamWrapper(stream -> new Handshake(stream, socket));
        response.write(true, null, Callback.from(callback::succeeded, failure -> {
            request.removeAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE);
            callback.failed(failure);
        }));
    }

    /**
     * Notifies the socket of the end of its handshake. Jetty opens no socket in a stream that has ended after the response was sent, and opens
     * one in a connection that was closed meanwhile.
     */
    private static final class Handshake extends HttpStream.Wrapper {
        private final JettySocket socket;

        Handshake(HttpStream stream, JettySocket socket) {
            super(stream);
            this.socket = socket;
        }

        @Override
        public void succeeded() {
            try {
                super.succeeded();
            } finally {
                socket.endHandshake(new EofException("the client ended the connection during the handshake"));
            }
        }

        @Override
        public void failed(Throwable failure) {
            try {
                super.failed(failure);
            } finally {
                socket.endHandshake(failure);
            }
        }
    }
}
