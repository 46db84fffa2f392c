package io.jetalyst.jetty;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds carriers while tasks that compute keep all of them busy. The JDK runs virtual threads on as many carriers as there are cores, and takes
 * none away from a thread that does not block. A few handlers that compute for seconds would then stop all others, and the selectors. With
 * more carriers the operating system shares the cores among them.
 *
 * <p>The JDK lets the number be changed since release 24 ({@code jdk.management.VirtualThreadSchedulerMXBean}). It counts for the whole
 * process; after {@link #QUIET_NANOS} without need it is what it was.
 */
final class CarrierThreads extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierThreads.class);
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_CARRIERS = 64;
    private static final String PARALLELISM = "Parallelism";
    private static final String MOUNTED = "MountedVirtualThreadCount";

    private final Executor virtualThreads;
    private final Scheduler scheduler;
    private final MBeanServer management = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;
    private volatile boolean probeRan = true;
    private int added;
    private long neededAt;

    private CarrierThreads(Executor virtualThreads, Scheduler scheduler, ObjectName name) {
        this.virtualThreads = virtualThreads;
        this.scheduler = scheduler;
        this.name = name;
    }

    /** Whether this JDK lets the number of carriers be changed. */
    static boolean canBeAdded() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(schedulerName());
    }

    static CarrierThreads of(Executor virtualThreads, Scheduler scheduler) {
        return new CarrierThreads(virtualThreads, scheduler, schedulerName());
    }

    private static ObjectName schedulerName() {
        try {
            return new ObjectName("jdk.management:type=VirtualThreadScheduler");
        } catch (JMException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    protected void doStart() {
        scheduleCheck();
    }

    @Override
    protected synchronized void doStop() throws JMException {
        remove();
    }

    private void scheduleCheck() {
        scheduler.schedule(this::check, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    /** Checks whether the virtual thread that the last check started has run. */
    private synchronized void check() {
        if (!isStarting() && !isRunning()) {
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
        } catch (JMException | RuntimeException e) {
            LOG.warn("Cannot change the number of carrier threads", e);
        } finally {
            scheduleCheck();
        }
    }

    private void probe() {
        probeRan = false;
        virtualThreads.execute(() -> probeRan = true);
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
            Thread submitter = new Thread(() -> virtualThreads.execute(() -> {}), "jetalyst-carriers");
            submitter.setDaemon(true);
            submitter.start();
        }
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
