package io.jetalyst.jetty;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.BufferUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The begin of a connection that a proxy has opened: reads the header of the PROXY protocol, and gives the end point the address of the client.
 * Jetty's implementation wraps the end point instead, which hides the state of its requests, and looks up names.
 */
final class ProxyHeaderConnection extends AbstractConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyHeaderConnection.class);

    private final HttpConnector connector;
    private final HttpEndPoint endPoint;
    private final ConnectionFactory next;
    private final boolean trusted;
    private final ByteBuffer buffer = BufferUtil.allocate(ProxyHeader.MAX_BYTES);

    private ProxyHeaderConnection(
            HttpConnector connector, HttpEndPoint endPoint, ConnectionFactory next, boolean trusted) {
        super(endPoint, connector.getExecutor());
        this.connector = connector;
        this.endPoint = endPoint;
        this.next = next;
        this.trusted = trusted;
    }

    /** Opens connections that begin with a header. */
    static final class Factory extends AbstractConnectionFactory {
        private final String next;
        private final Predicate<SocketAddress> proxies;

        /**
         * @param next the protocol behind the header
         * @param proxies the peers whose header counts; the connections of others are closed
         */
        Factory(String next, Predicate<SocketAddress> proxies) {
            super("proxy");
            this.next = next;
            this.proxies = proxies;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            SocketAddress peer = endPoint.getRemoteSocketAddress();
            return configure(
                    new ProxyHeaderConnection(
                            (HttpConnector) connector,
                            (HttpEndPoint) endPoint,
                            connector.getConnectionFactory(next),
                            peer != null && proxies.test(peer)),
                    connector,
                    endPoint);
        }
    }

    @Override
    public void onOpen() {
        super.onOpen();
        if (trusted) {
            endPoint.beginPreamble();
            fillInterested();
        } else {
            LOG.debug("{} is no proxy of server.trusted-proxies", endPoint);
            close();
        }
    }

    @Override
    public void onFillable() {
        try {
            for (int count = endPoint.read(buffer); count != 0; count = endPoint.read(buffer)) {
                ProxyHeader header = count < 0 ? null : ProxyHeader.read(buffer);
                if (header != null) {
                    begin(header);
                    return;
                }
                if (count < 0 || BufferUtil.isFull(buffer)) {
                    close();
                    return;
                }
            }
            fillInterested();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} sent no header of the PROXY protocol", endPoint, e);
            close();
        }
    }

    private void begin(ProxyHeader header) {
        buffer.position(buffer.position() + header.length());
        boolean more = buffer.hasRemaining();
        endPoint.identify(header, buffer);
        if (!connector.identify(endPoint)) {
            close();
            return;
        }
        endPoint.endPreamble();
        endPoint.upgrade(next.newConnection(connector, endPoint));
        if (more) { // the selector may have nothing more to report
            getExecutor().execute(endPoint.getFillInterest()::fillable);
        }
    }
}
