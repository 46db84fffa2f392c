package io.jetalyst.internal.tls;

import io.jetalyst.engine.Tls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads certificates again when their files change. If the new files cannot be used, it logs the reason once, and the server keeps the
 * certificates that it has.
 */
public final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.tls");
    /** The time between two looks at the files. */
    public static final Duration INTERVAL = Duration.ofSeconds(10);

    private final TlsFiles files;
    private final List<String> hosts;
    private final Consumer<Tls> renew;
    private final ScheduledExecutorService timer;
    /** The contents that were read last, used only by the timer. */
    private List<Integer> known;
    /** The certificates that the server uses. */
    private volatile Tls current;

    private CertificateWatch(LoadedTls loaded, List<String> hosts, Consumer<Tls> renew) {
        this.files = loaded.files();
        this.hosts = hosts;
        this.current = loaded.tls();
        this.renew = renew;
        this.known = loaded.contents();
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jetalyst-certificates");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to look at the files, and logs the certificates that are not valid, or not much longer: now and once a day. Logs the hosts that no
     * certificate covers, now and when the files have changed.
     *
     * @param hosts the host names that the application answers for; empty if it answers for any
     * @param renew uses the new certificates, for connections that begin from then on
     */
    public static CertificateWatch start(LoadedTls loaded, List<String> hosts, Consumer<Tls> renew, Duration interval) {
        CertificateWatch watch = new CertificateWatch(loaded, hosts, renew);
        Validity.warn(loaded.tls());
        CertificateNames.warn(loaded.tls(), hosts);
        watch.timer.scheduleWithFixedDelay(watch::checkValidity, 1, 1, TimeUnit.DAYS);
        watch.timer.scheduleWithFixedDelay(watch::check, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return watch;
    }

    private void checkValidity() {
        try {
            Validity.warn(current);
        } catch (RuntimeException | Error e) { // thrown on, it would end the timer
            LOG.error("The certificates could not be checked", e);
        }
    }

    private void check() {
        try {
            List<Integer> now = files.contents();
            if (!now.equals(known)) {
                known = now;
                renew();
            }
        } catch (Error e) { // thrown on, it would end the timer
            LOG.error("The certificates could not be renewed", e);
        }
    }

    private void renew() {
        try {
            Tls tls = files.load();
            renew.accept(tls);
            current = tls;
            LOG.info(
                    "Uses the new certificate, valid until {}",
                    tls.identities().get(0).chain().get(0).getNotAfter().toInstant());
            Validity.warn(tls);
            CertificateNames.warn(tls, hosts);
        } catch (RuntimeException e) {
            LOG.error("Keeps the certificates it has, because the new ones cannot be used. {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
