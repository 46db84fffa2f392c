package io.jetalyst.jetty.fcgi;

import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections on which web servers send requests. The end points of its connector are {@link HeadDeadline}s. */
public final class FcgiConnectionFactory extends AbstractConnectionFactory {
    private static final Logger LOG = LoggerFactory.getLogger(FcgiConnectionFactory.class);
    private static final int INPUT_BYTES = 16 * 1024;
    private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpConfiguration configuration;
    private final Predicate<SocketAddress> webServers;
    private final int maxConnections;
    private final AtomicLong loggedNanos = new AtomicLong(System.nanoTime() - LOG_NANOS);

    /**
     * @param webServers the peers that may send requests, because a peer names the client; the connections of others are closed
     * @param maxConnections the number of connections that a web server which asks for it may open
     */
    public FcgiConnectionFactory(
            HttpConfiguration configuration, Predicate<SocketAddress> webServers, int maxConnections) {
        super("fcgi/1.0");
        this.configuration = configuration;
        this.webServers = webServers;
        this.maxConnections = maxConnections;
        setInputBufferSize(INPUT_BYTES);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        SocketAddress peer = endPoint.getRemoteSocketAddress();
        boolean trusted = peer != null && webServers.test(peer);
        return configure(
                new FcgiConnection(this, connector, (HeadDeadline) endPoint, configuration, trusted, maxConnections),
                connector,
                endPoint);
    }

    /** Logs why a connection was closed, once in a second, because a hostile peer may open many. */
    void logClose(EndPoint endPoint, String reason) {
        long now = System.nanoTime();
        long before = loggedNanos.get();
        if (now - before >= LOG_NANOS && loggedNanos.compareAndSet(before, now)) {
            LOG.warn("A connection of FastCGI from {} is closed: {}", endPoint.getRemoteSocketAddress(), reason);
        } else {
            LOG.debug("{} is closed: {}", endPoint, reason);
        }
    }
}
