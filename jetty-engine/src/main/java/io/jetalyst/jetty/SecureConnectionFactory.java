package io.jetalyst.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Opens TLS connections whose requests are watched after decryption, as those of connections without TLS are. */
final class SecureConnectionFactory extends SslConnectionFactory {
    /** @param next the protocol factory that reads the decrypted bytes */
    SecureConnectionFactory(SslContextFactory.Server context, String next) {
        super(context, next);
        setEnsureSecureRequestCustomizer(false); // it would refuse requests whose host the certificate does not name
        setDirectBuffersForDecryption(true);
        setDirectBuffersForEncryption(true);
    }

    @Override
    protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
        return new Secure(this, connector, (HttpEndPoint) endPoint, engine);
    }

    private static final class Secure extends SslConnection {
        Secure(SecureConnectionFactory factory, Connector connector, HttpEndPoint endPoint, SSLEngine engine) {
            super(
                    connector.getByteBufferPool(),
                    connector.getExecutor(),
                    factory.getSslContextFactory(),
                    endPoint,
                    engine,
                    factory.isDirectBuffersForEncryption(),
                    factory.isDirectBuffersForDecryption());
            endPoint.beginPreamble();
            addHandshakeListener(new SslHandshakeListener() {
                @Override
                public void handshakeSucceeded(Event event) {
                    endPoint.endPreamble();
                }
            });
        }

        @Override
        protected SslEndPoint newSslEndPoint() {
            return new Decrypted();
        }

        /** The decrypted side of the connection. */
        private final class Decrypted extends SslEndPoint implements Http1EndPoint {
            private final Http1State http1 = new Http1State(this);

            Decrypted() {
                transport().encrypt(http1);
            }

            @Override
            public Http1State http1() {
                return http1;
            }

            @Override
            public HttpEndPoint transport() {
                return (HttpEndPoint) getEndPoint();
            }

            @Override
            public SocketChannel channel() {
                return transport().channel();
            }

            @Override
            public int read(ByteBuffer buffer) throws IOException {
                return super.fill(buffer);
            }

            @Override
            public int fill(ByteBuffer buffer) throws IOException {
                return http1.fill(buffer);
            }

            @Override
            public void upgrade(Connection connection) {
                boolean chosen = getConnection() instanceof NegotiatingServerConnection alpn
                        && "http/1.1".equals(alpn.getProtocol());
                if (!chosen) {
                    http1.upgrade();
                }
                super.upgrade(connection);
            }
        }
    }
}
