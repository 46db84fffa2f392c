package io.jetalyst.support;

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
import java.util.function.Function;

/** The conversions of texts in the forms of ISO 8601 that {@code java.time} reads. Generated code names them. */
public final class TimeConverters {
    /** More characters than any of the forms has. */
    private static final int MAX_LENGTH = 128;

    public static final Converter<LocalDate> LOCAL_DATE = TimeConverters::toLocalDate;
    public static final Converter<LocalTime> LOCAL_TIME = TimeConverters::toLocalTime;
    public static final Converter<LocalDateTime> LOCAL_DATE_TIME = TimeConverters::toLocalDateTime;
    public static final Converter<OffsetDateTime> OFFSET_DATE_TIME = TimeConverters::toOffsetDateTime;
    public static final Converter<OffsetTime> OFFSET_TIME = TimeConverters::toOffsetTime;
    public static final Converter<ZonedDateTime> ZONED_DATE_TIME = TimeConverters::toZonedDateTime;
    public static final Converter<Instant> INSTANT = TimeConverters::toInstant;
    public static final Converter<Year> YEAR = TimeConverters::toYear;
    public static final Converter<YearMonth> YEAR_MONTH = TimeConverters::toYearMonth;
    public static final Converter<MonthDay> MONTH_DAY = TimeConverters::toMonthDay;
    public static final Converter<Duration> DURATION = TimeConverters::toDuration;
    public static final Converter<Period> PERIOD = TimeConverters::toPeriod;
    public static final Converter<ZoneId> ZONE_ID = TimeConverters::toZoneId;
    public static final Converter<ZoneOffset> ZONE_OFFSET = TimeConverters::toZoneOffset;

    private TimeConverters() {}

    public static LocalDate toLocalDate(String text) {
        return parse(text, "a date such as 2026-11-28", LocalDate::parse);
    }

    public static LocalTime toLocalTime(String text) {
        return parse(text, "a time such as 13:45 or 13:45:30", LocalTime::parse);
    }

    public static LocalDateTime toLocalDateTime(String text) {
        return parse(text, "a date and a time such as 2026-11-28T13:45", LocalDateTime::parse);
    }

    public static OffsetDateTime toOffsetDateTime(String text) {
        return parse(text, "a date and a time with an offset such as 2026-11-28T13:45+01:00", OffsetDateTime::parse);
    }

    public static OffsetTime toOffsetTime(String text) {
        return parse(text, "a time with an offset such as 13:45+01:00", OffsetTime::parse);
    }

    public static ZonedDateTime toZonedDateTime(String text) {
        return parse(
                text,
                "a date and a time with a zone such as 2026-11-28T13:45+01:00[Europe/Berlin]",
                ZonedDateTime::parse);
    }

    public static Instant toInstant(String text) {
        return parse(text, "a moment such as 2026-11-28T12:45:00Z", Instant::parse);
    }

    public static Year toYear(String text) {
        return parse(text, "a year such as 2026", Year::parse);
    }

    public static YearMonth toYearMonth(String text) {
        return parse(text, "a month such as 2026-11", YearMonth::parse);
    }

    public static MonthDay toMonthDay(String text) {
        return parse(text, "a month and a day such as --11-28", MonthDay::parse);
    }

    public static Duration toDuration(String text) {
        return parse(text, "a duration such as PT1H30M", Duration::parse);
    }

    public static Period toPeriod(String text) {
        return parse(text, "a period such as P1Y2M3D", Period::parse);
    }

    /** A region such as {@code Europe/Berlin}, or an offset. */
    public static ZoneId toZoneId(String text) {
        return parse(text, "a time zone such as Europe/Berlin", ZoneId::of);
    }

    public static ZoneOffset toZoneOffset(String text) {
        return parse(text, "an offset such as +01:00", ZoneOffset::of);
    }

    private static <T> T parse(String text, String kind, Function<String, T> parse) {
        try {
            if (text.length() <= MAX_LENGTH) {
                return parse.apply(text);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // reported below
        }
        throw new InvalidText("must be " + kind);
    }
}
