package io.jetalyst.internal.start;

import io.jetalyst.engine.RunningEngine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process whose sockets are open elsewhere, when no connection has been open for some time. */
public final class IdleExit {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");

    private final RunningEngine engine;
    private final Duration after;
    private final Runnable exit;

    /** @param exit called at most once, when the engine accepts nothing more and has no connection */
    public IdleExit(RunningEngine engine, Duration after, Runnable exit) {
        this.engine = engine;
        this.after = after;
        this.exit = exit;
    }

    /** Begins to watch, on a thread of its own. */
    public void start() {
        Thread thread = new Thread(this::watch, "jetalyst-idle");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                Duration left = after.minus(engine.idle());
                if (left.isNegative() || left.isZero()) {
                    if (engine.drainIfIdle()) {
                        LOG.info("No connection for {} ms: the process ends", after.toMillis());
                        exit.run();
                        return;
                    }
                    left = after; // a client has connected just now
                }
                TimeUnit.NANOSECONDS.sleep(left.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
