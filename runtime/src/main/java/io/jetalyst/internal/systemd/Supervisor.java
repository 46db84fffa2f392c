package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service manager that has started this process, such as systemd. The application notifies it when it is ready and when it stops, and
 * periodically that it still answers (sd_notify(3)). Without a service manager nothing is sent. A message that cannot be sent is logged, and changes nothing else.
 */
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.systemd");

    /** The longest time that a stop waits for its message to be sent. */
    private static final long STOPPING_MILLIS = 500;

    private final Notifier notifier;
    private final Duration watchdog;

    Supervisor(Notifier notifier, Duration watchdog) {
        this.notifier = notifier;
        this.watchdog = watchdog;
    }

    /** No service manager. */
    public static Supervisor none() {
        return new Supervisor(state -> {}, Duration.ZERO);
    }

    /** The service manager of this process. */
    public static Supervisor ofProcess() {
        return of(System.getenv(), ProcessHandle.current().pid());
    }

    static Supervisor of(Map<String, String> environment, long pid) {
        return new Supervisor(Notifier.of(environment), Watchdog.interval(environment, pid));
    }

    /**
     * The application is ready.
     *
     * @param status a sentence for {@code systemctl status}
     * @param probe begins a test that completes if the application answers; the watchdog runs it
     */
    public void ready(String status, Supplier<CompletionStage<Void>> probe) {
        send("READY=1\nSTATUS=" + status);
        if (!watchdog.isZero()) {
            new Watchdog(watchdog, probe, () -> send("WATCHDOG=1")).start();
        }
    }

    /**
     * The application stops. The message is sent on another thread, because a stop does not wait for a service manager that hangs.
     *
     * @param within the longest time that this takes
     */
    public void stopping(String status, Duration within) {
        Thread sender = new Thread(
                () -> send("STOPPING=1\nSTATUS=" + status + "\nEXTEND_TIMEOUT_USEC=" + within.toNanos() / 1000),
                "jetalyst-notify");
        sender.setDaemon(true);
        sender.start();
        try {
            sender.join(STOPPING_MILLIS); // mostly it takes no time, and arrives before the process ends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String state) {
        try {
            notifier.send(state);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The service manager could not be notified of {}: {}", state.replace('\n', ' '), e.getMessage());
        }
    }
}
