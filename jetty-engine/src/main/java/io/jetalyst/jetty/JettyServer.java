package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * A server whose handler is called on the thread that has read the request. On JDK 24 and later that is a virtual thread, and the handler may
 * mostly block there: Jetty says for each call whether it may. Before, it is a platform thread, and the handler must not. (On JDK 21 to 23 a
 * virtual thread that blocks inside {@code synchronized} keeps its carrier, so a few of them would stop the selectors.)
 *
 * <p>It is a platform thread, too, if the application has no handlers that may block. A selector on a virtual thread parks with the help of
 * another thread whenever it finds nothing to read, and each request has to make sure that a thread is ready to select.
 */
final class JettyServer extends Server {
    /** The number of tasks of the server's own virtual threads. Those of applications are bounded by {@link BlockingThreads}. */
    private static final int UNBOUNDED = 0;

    private final boolean mayBlock;

    private JettyServer(boolean mayBlock) {
        super(mayBlock ? virtualThreads() : platformThreads());
        this.mayBlock = mayBlock;
        if (mayBlock) {
            addBean(CarrierThreads.observation());
        }
    }

    static JettyServer of(EngineOptions options) {
        return new JettyServer(
                options.blockingHandlers() && VirtualThreads.areSupported() && CarrierThreads.canBeAdded());
    }

    /** Whether the handler runs on virtual threads, and may mostly block there. */
    boolean mayBlock() {
        return mayBlock;
    }

    /**
     * The number of selectors of a connector: one for each core, or half as many on virtual threads. There, while one thread runs a handler,
     * another one selects, so one selector keeps two cores busy, and the threads of more selectors would compete for them.
     */
    int selectors() {
        int cores = Runtime.getRuntime().availableProcessors();
        return mayBlock ? Math.max(1, cores / 2) : cores;
    }

    /** Jetty would combine the types of all handlers, and take {@code EITHER} for {@code NON_BLOCKING} where there is only one. */
    @Override
    public InvocationType getInvocationType() {
        return mayBlock ? InvocationType.EITHER : InvocationType.NON_BLOCKING;
    }

    private static ThreadPool virtualThreads() {
        VirtualThreadPool threads = new VirtualThreadPool(UNBOUNDED);
        threads.setName("jetalyst-");
        return threads;
    }

    private static ThreadPool platformThreads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("jetalyst");
        return threads;
    }
}
