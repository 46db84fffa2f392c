package io.jetalyst.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates of header fields such as {@code Last-Modified} (RFC 9110 §5.6.7), which have no fraction of a second.
 *
 * <pre>{@code
 * response.header("Expires", HttpDate.format(Instant.now().plus(Duration.ofHours(1))))   // Sun, 06 Nov 1994 08:49:37 GMT
 * }</pre>
 */
public final class HttpDate {
    private static final DateTimeFormatter PREFERRED = formatter("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    /** The forms that a recipient accepts, the preferred one first; a sender uses only that one. */
    private static final List<DateTimeFormatter> ACCEPTED =
            List.of(PREFERRED, rfc850(), formatter("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    /** Formats the whole second of this instant. */
    public static String format(Instant instant) {
        return PREFERRED.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Parses a date in any of the three forms that a recipient must accept; empty if it has none of them. */
    public static Optional<Instant> parse(String text) {
        for (DateTimeFormatter form : ACCEPTED) {
            try {
                return Optional.of(Instant.from(form.parse(text)));
            } catch (DateTimeException otherForm) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}; a year of two digits is at most 50 years in the future. */
    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(49))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
    }
}
