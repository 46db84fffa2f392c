package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts the connections of a listener, within the limits of the server. */
final class HttpConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnector.class);

    private final ConnectionLimit limit;
    private final ListeningChannel listening;
    private final ConnectionSweep sweep;
    private volatile @Nullable AcceptQueue queue;
    private volatile boolean closing;
    private volatile boolean answering = true;
    private final LastConnections last = new LastConnections();
    private final AcceptPause pause;

    /** @param late makes the response to a request whose head does not arrive in time */
    HttpConnector(
            JettyServer server,
            ListeningChannel listening,
            EngineOptions options,
            ConnectionLimit limit,
            Function<Http1State, ByteBuffer> late,
            ConnectionFactory... factories) {
        super(server, null, null, null, 1, server.selectors(), factories);
        this.listening = listening;
        this.limit = limit;
        this.pause = new AcceptPause(listening.listener(), options.rejections());
        this.sweep = new ConnectionSweep(this, options, late);
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        boolean virtual = ((JettyServer) getServer()).mayBlock();
        return new Selectors(virtual ? new SelectorExecutor(executor) : executor, scheduler, selectors, virtual);
    }

    /** Selectors that run on virtual or on platform threads. */
    private final class Selectors extends ServerConnectorManager {
        private final boolean virtual;
        /** Begins connections. With a thread of the pool for each of them, a burst of connections would start all threads of the pool. */
        private final SerialRunner beginnings;

        Selectors(Executor executor, Scheduler scheduler, int selectors, boolean virtual) {
            super(executor, scheduler, selectors);
            this.virtual = virtual;
            this.beginnings = new SerialRunner(executor);
        }

        @Override
        protected ManagedSelector newSelector(int id) {
            return virtual ? new YieldingSelector(this, id) : super.newSelector(id);
        }

        @Override
        protected void execute(Runnable task) {
            if (!virtual && task instanceof ManagedSelector.SelectorUpdate) {
                beginnings.execute(task); // an accepted channel
            } else {
                super.execute(task); // such as the loop of a selector, which never returns
            }
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        sweep.start();
    }

    @Override
    protected void doStop() throws Exception {
        sweep.stop();
        super.doStop();
    }

    @Override
    public void open() throws IOException {
        if (queue == null) {
            queue = new AcceptQueue(listening.channel());
        }
    }

    /** The lock under which the connectors of a server accept each connection. */
    Object acceptLock() {
        return limit;
    }

    ListeningChannel listening() {
        return listening;
    }

    @Override
    public boolean isOpen() {
        return listening.channel().isOpen();
    }

    @Override
    public Object getTransport() {
        return listening.channel();
    }

    /** Closes the port or the UNIX socket. The operating system would reset the connections that are not accepted by then. */
    @Override
    public void close() {
        AcceptQueue waiting = queue;
        if (waiting != null && !closing) {
            synchronized (limit) {
                closing = true; // a connection that is accepted before is served, and none is accepted after it
            }
            listening.removeFile();
            try {
                waiting.close();
                if (!listening.isInherited()) {
                    acceptLast(waiting);
                    listening.close(); // at once: the system resets a connection that comes after the last one
                }
            } catch (IOException e) {
                LOG.debug("Some connections could not be accepted", e);
            }
        }
        super.close();
        IO.close(listening);
    }

    /**
     * Not before {@link #endAnswering}: Jetty would end a connection behind a response whose head did not announce it, though the next request
     * may have arrived already (RFC 9112 §9.6). The handler announces the end in the responses that begin from now on.
     */
    @Override
    public boolean isShutdown() {
        return super.isShutdown() && !answering;
    }

    /** From now on Jetty ends each connection behind its response. */
    void endAnswering() {
        answering = false;
    }

    /** Whether a part of a request head has arrived on any connection. */
    boolean isRequestArriving() {
        return getConnectedEndPoints().stream()
                .anyMatch(endPoint -> endPoint instanceof HttpEndPoint http
                        && (listening.isFastCgi()
                                ? http.isPreambleArriving()
                                : http.http1().isRequestArriving()));
    }

    /** The number of HTTP/1 requests that are being answered. */
    long exchanges() {
        return getConnectedEndPoints().stream()
                .filter(endPoint ->
                        endPoint instanceof HttpEndPoint http && http.http1().isExchanging())
                .count();
    }

    private void acceptLast(AcceptQueue waiting) throws IOException {
        limit.lift(); // these connections end with their first response
        NetworkConnectionLimit accepting = getBean(NetworkConnectionLimit.class);
        if (accepting != null) {
            accepting.setMaxNetworkConnectionCount(Integer.MAX_VALUE);
        }
        SocketChannel channel = waiting.poll();
        for (int i = 0; channel != null; i++) {
            last.add(channel);
            begin(channel);
            channel = i < getAcceptQueueSize() ? waiting.poll() : null;
        }
    }

    private void begin(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        if (listening.isTcp()) {
            configure(channel.socket());
        }
        getSelectorManager().accept(channel);
    }

    /** Waits until each connection that was accepted when the port closed has sent a request or ended, or the time is over. */
    void awaitLastRequests(long nanos) {
        last.await(nanos);
    }

    /** A request of this connection is counted among those that the stop waits for, or the connection has ended. */
    void requestArrived(SocketChannel channel) {
        if (closing) {
            last.remove(channel);
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        HttpEndPoint endPoint = new HttpEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        if (listening.isFastCgi()) {
            endPoint.http1().upgrade();
        }
        return endPoint;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        HttpEndPoint http = (HttpEndPoint) endPoint;
        // Later, the client of a proxy is known; and a web server may have as many connections as it has clients.
        boolean isClient = !listening.listener().proxyProtocol() && !listening.isFastCgi();
        if (!limit.open(http.place()) || (isClient && !limit.identify(http))) {
            endPoint.close();
        } else if (http.place().beyond() != null) {
            http.beginPreamble(); // it ends with its first request, which has to come in time
        }
    }

    /** The address of the client has arrived. */
    boolean identify(HttpEndPoint endPoint) {
        return limit.identify(endPoint);
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        super.onEndPointClosed(endPoint);
        HttpEndPoint http = (HttpEndPoint) endPoint;
        requestArrived(http.getChannel());
        limit.close(http.place());
    }

    /** Memory may come back. If this thread ended, the port would stay open and nobody would accept. */
    @Override
    public void accept(int acceptor) throws IOException {
        AcceptQueue waiting = queue;
        if (waiting == null || closing) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // until Jetty ends this thread
            return;
        }
        try {
            waiting.await();
            synchronized (limit) { // of several listeners, only one may accept the last connection of the limit
                SocketChannel channel = isAccepting() && !closing ? waiting.poll() : null;
                if (channel != null) {
                    begin(channel);
                }
            }
        } catch (OutOfMemoryError full) {
            pause.await(full);
        }
    }

    /** The thread that accepts waits for connections, and for the limit of connections to let it go on. */
    @Override
    public void setAccepting(boolean accepting) {
        super.setAccepting(accepting);
        AcceptQueue waiting = queue;
        if (waiting != null) {
            waiting.wakeUp();
        }
    }

    /** Without an interrupt, which would close the channel that the thread is about to use. */
    @Override
    protected void interruptAcceptors() {
        setAccepting(true);
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (!isOpen() || closing) {
            return false;
        }
        pause.await(failure);
        return isRunning();
    }

    @Override
    public String toString() {
        return listening.listener().toString();
    }
}
