package io.jetalyst.internal.systemd;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a sign of life at half of the watchdog's time, each time after the engine has answered a probe. A server that hangs sends none. */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Duration interval;
    private final Supplier<CompletionStage<Void>> probe;
    private final Runnable sign;
    private final AtomicBoolean probing = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "jetalyst-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog(Duration interval, Supplier<CompletionStage<Void>> probe, Runnable sign) {
        this.interval = interval;
        this.probe = probe;
        this.sign = sign;
    }

    /** Half of the time in which the service manager expects a sign of life from this process; 0 if it expects none (sd_watchdog_enabled(3)). */
    static Duration interval(Map<String, String> environment, long pid) {
        String owner = environment.getOrDefault("WATCHDOG_PID", "");
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        if (!micros.matches("\\d{1,15}") || !owner.isEmpty() && !owner.equals(Long.toString(pid))) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Long.parseLong(micros) * 1000 / 2);
    }

    void start() {
        timer.scheduleAtFixedRate(this::tick, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tick() {
        if (probing.compareAndSet(false, true)) { // a probe that is not answered is not repeated
            try {
                probe.get().whenCompleteAsync((none, failure) -> end(failure), timer);
            } catch (RuntimeException | Error failure) { // which would end the timer without a message
                end(failure);
            }
        }
    }

    private void end(@Nullable Throwable failure) {
        probing.set(false);
        if (failure == null) {
            sign.run();
        } else {
            LOG.error("The server could not be probed, so the service manager gets no sign of life", failure);
        }
    }
}
