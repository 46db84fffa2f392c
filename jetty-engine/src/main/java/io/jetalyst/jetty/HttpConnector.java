package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections, limits how many one address may have, and ends those whose request head does not arrive in time. */
final class HttpConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnector.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MAX_SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long headNanos;
    private final int maxPerAddress;
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();
    private final ByteBuffer late;
    private volatile Scheduler.@Nullable Task sweep;

    /** @param late the response to a request whose head does not arrive in time */
    HttpConnector(JettyServer server, EngineOptions options, ByteBuffer late, ConnectionFactory... factories) {
        super(server, null, null, null, 1, Runtime.getRuntime().availableProcessors(), factories);
        this.headNanos = options.headTimeout().toNanos();
        this.maxPerAddress = options.maxConnectionsPerAddress();
        this.late = late;
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return ((JettyServer) getServer()).mayBlock()
                ? new VirtualSelectors(new SelectorExecutor(executor), scheduler, selectors)
                : super.newSelectorManager(executor, scheduler, selectors);
    }

    /** Selectors that run on virtual threads. */
    private final class VirtualSelectors extends ServerConnectorManager {
        VirtualSelectors(Executor executor, Scheduler scheduler, int selectors) {
            super(executor, scheduler, selectors);
        }

        @Override
        protected ManagedSelector newSelector(int id) {
            return new YieldingSelector(this, id);
        }
    }

    /** Under load a selector always finds something, so it never parks, and others that share its carrier would not run. */
    private static final class YieldingSelector extends ManagedSelector {
        private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

        private long yieldedAt = System.nanoTime();

        YieldingSelector(SelectorManager manager, int id) {
            super(manager, id);
        }

        /** Called by one thread at a time. */
        @Override
        protected int nioSelect(Selector selector, boolean now) throws IOException {
            if (System.nanoTime() - yieldedAt > TURN_NANOS) {
                Thread.yield();
                yieldedAt = System.nanoTime();
            }
            return super.nioSelect(selector, now);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleSweep();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task last = sweep;
        if (last != null) {
            last.cancel();
        }
        super.doStop();
    }

    private void scheduleSweep() {
        sweep = getScheduler()
                .schedule(this::sweep, Math.min(MAX_SWEEP_NANOS, headNanos / 4 + 1), TimeUnit.NANOSECONDS);
    }

    private void sweep() {
        try {
            getConnectedEndPoints().forEach(this::check);
        } finally {
            if (isRunning()) {
                scheduleSweep();
            }
        }
    }

    private void check(EndPoint endPoint) {
        try {
            HttpEndPoint.check(endPoint, headNanos, late);
        } catch (RuntimeException e) {
            LOG.debug("{} could not be checked", endPoint, e);
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        HttpEndPoint endPoint = new HttpEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        InetAddress address = address(endPoint);
        if (address != null && connections.merge(address, 1, Integer::sum) > maxPerAddress) {
            endPoint.close();
        }
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        super.onEndPointClosed(endPoint);
        InetAddress address = address(endPoint);
        if (address != null) {
            connections.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    /** The address whose connections are counted. */
    private @Nullable InetAddress address(EndPoint endPoint) {
        return maxPerAddress > 0 && endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }

    /** Memory may come back. If this thread ended, the port would stay open and nobody would accept. */
    @Override
    public void accept(int acceptor) throws IOException {
        try {
            super.accept(acceptor);
        } catch (OutOfMemoryError full) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        try {
            return super.handleAcceptFailure(failure);
        } catch (OutOfMemoryError full) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return isRunning();
        }
    }
}
