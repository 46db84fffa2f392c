package io.jetalyst.internal.headers;

import io.jetalyst.http.Request;
import io.jetalyst.internal.log.LogText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs, in dev mode, what browsers report that the policy of a page blocked (CSP 3 §5.3): one line for each, and the same line once in ten
 * seconds, because a page can report as often as it likes. Safe for all threads.
 *
 * <p>The policy names the address by {@code report-uri}, which browsers use at once. {@code report-to} needs HTTPS, and browsers collect such
 * reports for up to a minute.
 */
public final class PolicyReports {
    /** The path of the endpoint, below the base path of the application. */
    public static final String PATH = "/_dev/csp-reports";

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.headers");
    private static final long PAUSE = 10_000_000_000L;
    private static final int MAX_LINES = 50;

    private final LongSupplier clock;
    /** The times of the lines, the oldest first. Guarded by itself. */
    private final Map<String, Long> written = new LinkedHashMap<>();

    public PolicyReports() {
        this(System::nanoTime);
    }

    PolicyReports(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether a request is a report. */
    public static boolean isFor(Request request) {
        return request.path().equals(PATH) && request.method().equals("POST");
    }

    /** Logs a report, unless the same line was written a moment ago, or too many others were. */
    public void log(String report) {
        if (ReportText.member(report, "effective-directive").isEmpty()) {
            return; // not a report
        }
        String line = line(report);
        if (admits(line)) {
            LOG.warn(line);
        }
    }

    boolean admits(String line) {
        long now = clock.getAsLong();
        synchronized (written) {
            written.values().removeIf(time -> now - time >= PAUSE);
            return written.size() < MAX_LINES && written.putIfAbsent(line, now) == null;
        }
    }

    /** The sentence for a report, a JSON object of a browser. A client can send any text. */
    static String line(String report) {
        String directive = ReportText.member(report, "effective-directive");
        String blocked = ReportText.member(report, "blocked-uri");
        String source = ReportText.member(report, "source-file");
        String number = ReportText.member(report, "line-number");
        boolean isInline = blocked.equals("inline");
        return "A browser blocked " + (isInline ? inline(directive) : LogText.of(blocked)) + " on the page "
                + path(ReportText.member(report, "document-uri"))
                + (number.isEmpty() ? "" : ", line " + LogText.of(number))
                + (source.isEmpty() ? "" : " of " + path(source))
                + ", because of the directive " + LogText.of(directive)
                + " of its Content-Security-Policy. See docs/security.md#"
                + (isInline ? "my-inline-script-is-blocked" : "content-security-policy-and-nonces") + ".";
    }

    private static String inline(String directive) {
        return switch (directive) {
            case "script-src-attr" -> "a script in an attribute, such as onclick,";
            case "style-src-attr" -> "a style in an attribute";
            case "style-src", "style-src-elem" -> "a style sheet in the page";
            default -> "a script in the page";
        };
    }

    /** The path of an address, without its query, which may have secrets. */
    private static String path(String address) {
        String path = address;
        try {
            String parsed = URI.create(address).getRawPath();
            path = parsed == null || parsed.isEmpty() ? "/" : parsed;
        } catch (IllegalArgumentException e) {
            // shown as it is
        }
        return LogText.of(path);
    }
}
