package io.jetalyst.jetty;

import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down the thread that accepts while it cannot, mostly because the process may open no more files. Connections that end give theirs back.
 * Used by one thread.
 */
final class AcceptPause {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptPause.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Listener listener;
    private final Rejections rejections;
    private long logged;

    AcceptPause(Listener listener, Rejections rejections) {
        this.listener = listener;
        this.rejections = rejections;
    }

    /** Waits a moment. Logs the failure, at most once in ten seconds. */
    void await(Throwable failure) {
        try {
            rejections.add(failure instanceof OutOfMemoryError ? ServerLimit.HEAP : ServerLimit.OPEN_FILES);
            log(failure);
        } catch (OutOfMemoryError full) {
            // the thread waits all the same
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void log(Throwable failure) {
        long now = System.nanoTime();
        if (logged == 0 || now - logged > LOG_NANOS) {
            logged = now | 1;
            LOG.warn(
                    "Cannot accept connections on {} for the moment: {}. If too many files are open, raise the limit (systemd: LimitNOFILE=)"
                            + " or lower server.max-connections.",
                    listener,
                    failure.getMessage());
        }
    }
}
