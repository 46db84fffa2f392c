package io.jetalyst.internal.httpsession;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The types of values that are stored as their text, without a JSON codec. */
final class PlainValues {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(ZoneId.class, ZoneId::of));

    private PlainValues() {}

    /** The conversion of texts to this type; empty if its values are stored as JSON. It throws an {@link IllegalArgumentException} or a {@link java.time.DateTimeException} for any other text. */
    @SuppressWarnings("unchecked") // the map has a reader of the type under the type
    static <T> Optional<Function<String, T>> reader(Class<T> type) {
        if (type.isEnum()) {
            return Optional.of(text -> constant(type, text));
        }
        return Optional.ofNullable((Function<String, T>) READERS.get(type));
    }

    private static <T> T constant(Class<T> type, String name) {
        for (T constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no constant " + name);
    }

    /** The text of a value whose type has a reader. */
    static String write(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
