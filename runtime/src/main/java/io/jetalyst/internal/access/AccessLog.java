package io.jetalyst.internal.access;

import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.ObserveSettings;
import io.jetalyst.internal.config.ObserveSettings.AccessLogForm;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.Observer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The access log: one line for each request and each socket when it ends. A handshake that was accepted has the line of its socket only, as with
 * nginx.
 */
public final class AccessLog implements Observer {
    private final LineWriter writer;
    /** The paths of the health checks. Load balancers send one in every few seconds, so only those that fail have lines. */
    private final Set<String> checks;

    private AccessLog(LineWriter writer, Set<String> checks) {
        this.writer = writer;
        this.checks = checks;
    }

    /**
     * The access log of these settings; empty if it is off.
     *
     * @param checks the paths of the health checks
     * @throws StartupException if its file cannot be opened
     */
    public static Optional<Observer> of(ObserveSettings settings, Set<String> checks) {
        if (settings.accessLog() == AccessLogForm.OFF) {
            return Optional.empty();
        }
        LineForm form = settings.accessLog() == AccessLogForm.JSON ? new JsonForm() : new CombinedForm();
        OutputStream out =
                settings.accessLogFile().map(AccessLog::open).orElseGet(() -> new StandardOutput(System.out));
        return Optional.of(new AccessLog(new LineWriter(form, out).start(), checks));
    }

    private static OutputStream open(Path file) {
        try {
            return new LogFile(file);
        } catch (IOException e) {
            throw new StartupException(
                    ObserveSettings.FILE + " is " + file + ", which cannot be opened (" + e
                            + "). Create its directory, and let the user of this process write it.",
                    e);
        }
    }

    @Override
    public void completed(CompletedRequest request) {
        if (!request.isUpgraded() && !isPassedCheck(request)) {
            writer.offer(AccessEntry.of(request));
        }
    }

    private boolean isPassedCheck(CompletedRequest request) {
        return request.status() == 200
                && request.route().filter(checks::contains).isPresent();
    }

    @Override
    public void closed(ClosedSocket socket) {
        writer.offer(AccessEntry.of(socket));
    }

    @Override
    public void close() {
        writer.close();
    }

    /** The standard output, which stays open. */
    private static final class StandardOutput extends FilterOutputStream {
        StandardOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
