package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Optional;

/**
 * Types that a text converts to. The runtime's {@code Converters} or {@code TimeConverters} has a method for each, such as {@code toInt}; its
 * {@code Param} has one of the same name for the basic ones.
 */
public enum Scalar implements Conversion {
    TEXT("Text", "", "java.lang.String"),
    INT("Int", "int", "java.lang.Integer"),
    LONG("Long", "long", "java.lang.Long"),
    SHORT("Short", "short", "java.lang.Short"),
    BYTE("Byte", "byte", "java.lang.Byte"),
    DOUBLE("Double", "double", "java.lang.Double"),
    FLOAT("Float", "float", "java.lang.Float"),
    BOOLEAN("Boolean", "boolean", "java.lang.Boolean"),
    CHAR("Char", "char", "java.lang.Character"),
    BIG_INTEGER("BigInteger", "", "java.math.BigInteger"),
    BIG_DECIMAL("BigDecimal", "", "java.math.BigDecimal"),
    UUID("Uuid", "", "java.util.UUID"),
    URI("Uri", "", "java.net.URI"),
    LOCALE("Locale", "", "java.util.Locale"),
    LOCAL_DATE("LocalDate", "", "java.time.LocalDate"),
    LOCAL_TIME("LocalTime", "", "java.time.LocalTime"),
    LOCAL_DATE_TIME("LocalDateTime", "", "java.time.LocalDateTime"),
    OFFSET_DATE_TIME("OffsetDateTime", "", "java.time.OffsetDateTime"),
    OFFSET_TIME("OffsetTime", "", "java.time.OffsetTime"),
    ZONED_DATE_TIME("ZonedDateTime", "", "java.time.ZonedDateTime"),
    INSTANT("Instant", "", "java.time.Instant"),
    YEAR("Year", "", "java.time.Year"),
    YEAR_MONTH("YearMonth", "", "java.time.YearMonth"),
    MONTH_DAY("MonthDay", "", "java.time.MonthDay"),
    DURATION("Duration", "", "java.time.Duration"),
    PERIOD("Period", "", "java.time.Period"),
    ZONE_ID("ZoneId", "", "java.time.ZoneId"),
    ZONE_OFFSET("ZoneOffset", "", "java.time.ZoneOffset");

    private final String suffix;
    private final String primitive;
    private final String type;

    Scalar(String suffix, String primitive, String type) {
        this.suffix = suffix;
        this.primitive = primitive;
        this.type = type;
    }

    /** The name of the method. */
    public String method() {
        return "to" + suffix;
    }

    /** The primitive type; empty if there is none. */
    public String primitive() {
        return primitive;
    }

    /** The package of the type. */
    public String packageName() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /** The simple name of the type. */
    public String typeName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Whether the method is in {@code TimeConverters}. */
    public boolean isTime() {
        return type.startsWith("java.time.");
    }

    /** Whether {@code Param} has a method for it: a primitive type could not be {@code null} after a mistake. */
    public boolean isBasic() {
        return this == TEXT || !primitive.isEmpty();
    }

    /** The scalar of this type. */
    public static Optional<Scalar> of(TypeRef type) {
        for (Scalar scalar : values()) {
            if (scalar.takes(type)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    private boolean takes(TypeRef candidate) {
        return candidate instanceof TypeRef.Primitive named
                ? named.text().equals(primitive)
                : candidate instanceof TypeRef.Declared declared && declared.is(type);
    }
}
