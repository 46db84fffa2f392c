package io.jetalyst.jetty;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds carriers while tasks that compute keep all of them busy. The JDK runs virtual threads on as many carriers as there are cores, and takes
 * none away from a thread that does not block. A few handlers that compute for seconds would then stop all others, and the selectors. With
 * more carriers the operating system shares the cores among them.
 *
 * <p>The JDK lets the number be changed since release 24 ({@code jdk.management.VirtualThreadSchedulerMXBean}). It counts for the whole
 * process, so one instance of this class observes the carriers for all servers of the process, while at least one of them runs. After
 * {@link #QUIET_NANOS} without need, and when the last server has stopped, the number is what it was.
 */
final class CarrierThreads {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierThreads.class);
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_CARRIERS = 64;
    private static final String PARALLELISM = "Parallelism";
    private static final String MOUNTED = "MountedVirtualThreadCount";

    private static final CarrierThreads SHARED = new CarrierThreads();

    private final MBeanServer management = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name = schedulerName();
    private volatile boolean probeRan = true;
    /** The number of servers that run. The fields that follow are guarded by this. */
    private int servers;

    private @Nullable ScheduledExecutorService timer;
    private int added;
    private long neededAt;

    private CarrierThreads() {}

    /** Whether this JDK lets the number of carriers be changed. */
    static boolean canBeAdded() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(schedulerName());
    }

    /** A part of a server: the carriers are observed while it runs. */
    static LifeCycle observation() {
        return new Observation();
    }

    private static final class Observation extends AbstractLifeCycle {
        @Override
        protected void doStart() {
            SHARED.begin();
        }

        @Override
        protected void doStop() throws JMException {
            SHARED.end();
        }
    }

    private static ObjectName schedulerName() {
        try {
            return new ObjectName("jdk.management:type=VirtualThreadScheduler");
        } catch (JMException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private synchronized void begin() {
        if (servers++ == 0) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(CarrierThreads::daemon);
            started.scheduleWithFixedDelay(this::check, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
            timer = started;
        }
    }

    private synchronized void end() throws JMException {
        ScheduledExecutorService started = timer;
        if (--servers == 0 && started != null) {
            started.shutdownNow();
            timer = null;
            remove();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jetalyst-carriers");
        thread.setDaemon(true);
        return thread;
    }

    /** Checks whether the virtual thread that the last check started has run. */
    private synchronized void check() {
        if (servers == 0) {
            return;
        }
        try {
            if (!probeRan) {
                neededAt = System.nanoTime();
                add();
            } else {
                if (added > 0) {
                    removeIfIdle();
                }
                probe();
            }
        } catch (JMException | RuntimeException | OutOfMemoryError e) {
            LOG.warn("Cannot change the number of carrier threads", e);
        }
    }

    private void probe() {
        probeRan = false;
        start(() -> probeRan = true);
    }

    /** Doubles the carriers. */
    private void add() throws JMException {
        int carriers = (Integer) management.getAttribute(name, PARALLELISM);
        int more = Math.min(carriers, MAX_CARRIERS - carriers);
        if (more > 0) {
            management.setAttribute(name, new Attribute(PARALLELISM, carriers + more));
            added += more;
            LOG.debug("{} carriers are busy, {} more start", carriers, more);
        }
        // The JDK starts a carrier when a task comes to a queue that was empty, and each new thread has a queue of its
        // own.
        for (int i = 0; i < Math.max(1, more); i++) {
            daemon(() -> start(() -> {})).start();
        }
    }

    /** Starts a virtual thread. */
    private static void start(Runnable task) {
        VirtualThreads.getDefaultVirtualThreadsExecutor().execute(task);
    }

    /** Long computations may still need all carriers. */
    private void removeIfIdle() throws JMException {
        int carriers = (Integer) management.getAttribute(name, PARALLELISM);
        int mounted = (Integer) management.getAttribute(name, MOUNTED);
        if (mounted > carriers - added) {
            neededAt = System.nanoTime();
        } else if (System.nanoTime() - neededAt > QUIET_NANOS) {
            remove();
        }
    }

    private void remove() throws JMException {
        if (added > 0) {
            int carriers = (Integer) management.getAttribute(name, PARALLELISM);
            management.setAttribute(name, new Attribute(PARALLELISM, Math.max(1, carriers - added)));
            added = 0;
        }
    }
}
