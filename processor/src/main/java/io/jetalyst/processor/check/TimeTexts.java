package io.jetalyst.processor.check;

import io.jetalyst.processor.model.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Converts texts of {@code java.time} as the runtime does. */
final class TimeTexts {
    private static final Map<Scalar, Form> FORMS = Map.ofEntries(
            form(Scalar.LOCAL_DATE, "2026-11-28", text -> LocalDate.parse(text).toString()),
            form(Scalar.LOCAL_TIME, "13:45", text -> LocalTime.parse(text).toString()),
            form(
                    Scalar.LOCAL_DATE_TIME,
                    "2026-11-28T13:45",
                    text -> LocalDateTime.parse(text).toString()),
            form(
                    Scalar.OFFSET_DATE_TIME,
                    "2026-11-28T13:45+01:00",
                    text -> OffsetDateTime.parse(text).toString()),
            form(
                    Scalar.OFFSET_TIME,
                    "13:45+01:00",
                    text -> OffsetTime.parse(text).toString()),
            form(
                    Scalar.ZONED_DATE_TIME,
                    "2026-11-28T13:45+01:00[Europe/Berlin]",
                    text -> ZonedDateTime.parse(text).toString()),
            form(
                    Scalar.INSTANT,
                    "2026-11-28T12:45:00Z",
                    text -> Instant.parse(text).toString()),
            form(Scalar.YEAR, "2026", text -> Year.parse(text).toString()),
            form(Scalar.YEAR_MONTH, "2026-11", text -> YearMonth.parse(text).toString()),
            form(Scalar.MONTH_DAY, "--11-28", text -> MonthDay.parse(text).toString()),
            form(Scalar.DURATION, "PT1H30M", text -> Duration.parse(text).toString()),
            form(Scalar.PERIOD, "P1Y2M3D", text -> Period.parse(text).toString()),
            form(Scalar.ZONE_ID, "Europe/Berlin", text -> ZoneId.of(text).toString()),
            form(Scalar.ZONE_OFFSET, "+01:00", text -> ZoneOffset.of(text).toString()));

    private TimeTexts() {}

    private record Form(String example, UnaryOperator<String> parse) {}

    private static Map.Entry<Scalar, Form> form(Scalar scalar, String example, UnaryOperator<String> parse) {
        return Map.entry(scalar, new Form(example, parse));
    }

    static Optional<Conversions.Complaint> complaint(Scalar scalar, String text) {
        Form form = FORMS.get(scalar);
        boolean converts = false;
        try {
            converts = text.length() <= 128 && !form.parse().apply(text).isEmpty();
        } catch (DateTimeException | ArithmeticException e) {
            // reported below
        }
        String type = scalar.typeName();
        String article = "AEIOU".indexOf(type.charAt(0)) < 0 ? "a " : "an ";
        return Conversions.unless(converts, "is not " + article + type, "Write one such as " + form.example() + ".");
    }
}
