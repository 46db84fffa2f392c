package io.jetalyst.codec.json;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.support.Converter;
import io.jetalyst.support.Converters;
import io.jetalyst.support.InvalidText;
import io.jetalyst.support.TimeConverters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type whose JSON is a string of a certain form, such as {@code UUID}, an enum, or the types of {@code java.time}. Parameters of requests have
 * the same forms.
 */
public final class TextForm<T> {
    private static final Map<Class<?>, TextForm<?>> FORMS = Map.ofEntries(
            form(UUID.class, Converters::toUuid, UUID::toString),
            form(URI.class, Converters::toUri, URI::toString),
            form(Locale.class, Converters::toLocale, Locale::toLanguageTag),
            form(Duration.class, TimeConverters::toDuration, Duration::toString),
            form(Instant.class, TimeConverters::toInstant, Instant::toString),
            form(LocalDate.class, TimeConverters::toLocalDate, LocalDate::toString),
            form(LocalDateTime.class, TimeConverters::toLocalDateTime, LocalDateTime::toString),
            form(LocalTime.class, TimeConverters::toLocalTime, LocalTime::toString),
            form(MonthDay.class, TimeConverters::toMonthDay, MonthDay::toString),
            form(OffsetDateTime.class, TimeConverters::toOffsetDateTime, OffsetDateTime::toString),
            form(OffsetTime.class, TimeConverters::toOffsetTime, OffsetTime::toString),
            form(Period.class, TimeConverters::toPeriod, Period::toString),
            form(YearMonth.class, TimeConverters::toYearMonth, YearMonth::toString),
            form(ZoneId.class, TimeConverters::toZoneId, ZoneId::getId),
            form(ZoneOffset.class, TimeConverters::toZoneOffset, ZoneOffset::getId),
            form(ZonedDateTime.class, TimeConverters::toZonedDateTime, ZonedDateTime::toString));

    private final Converter<T> parse;
    private final Function<T, String> format;

    private TextForm(Converter<T> parse, Function<T, String> format) {
        this.parse = parse;
        this.format = format;
    }

    private static <T> Map.Entry<Class<?>, TextForm<?>> form(
            Class<T> type, Converter<T> parse, Function<T, String> format) {
        return Map.entry(type, new TextForm<>(parse, format));
    }

    /** Returns the form of a type; {@code null} if its JSON is no such string. The constants of an enum are their names. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is that of an enum
    public static @Nullable TextForm<?> of(Class<?> type) {
        return type.isEnum() ? new TextForm<Enum>(Converters.toEnum((Class) type), Enum::name) : FORMS.get(type);
    }

    /** Returns the value of this text. If the text does not have the form, adds a fault and returns {@code null}. */
    public @Nullable T read(String text, JsonFaults faults) {
        try {
            return parse.convert(text);
        } catch (InvalidText e) {
            faults.add(BodyFault.TYPE, e.getMessage(), null);
        } catch (Exception e) {
            faults.add(BodyFault.TYPE, Expected.FORM, e);
        }
        return null;
    }

    /** Returns the text of a value. */
    public String write(T value) {
        return format.apply(value);
    }
}
