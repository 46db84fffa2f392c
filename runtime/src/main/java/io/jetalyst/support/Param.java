package io.jetalyst.support;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text of a request that generated code converts for a parameter. A text that is missing or cannot be converted is answered with 400,
 * naming the parameter. The {@code to…} methods require a text; the {@code optional…} methods return an empty {@code Optional}
 * without one.
 */
public final class Param {
    private final String source;
    private final String name;
    private final @Nullable String value;

    Param(String source, String name, @Nullable String value) {
        this.source = source;
        this.name = name;
        this.value = value;
    }

    /** This text, or the default where the request has none. */
    public Param or(String defaultValue) {
        return value == null ? new Param(source, name, defaultValue) : this;
    }

    public String toText() {
        if (value == null) {
            throw problem("is missing");
        }
        return value;
    }

    public int toInt() {
        return number("a whole number between -2147483648 and 2147483647", Integer::valueOf);
    }

    public long toLong() {
        return number("a whole number between -9223372036854775808 and 9223372036854775807", Long::valueOf);
    }

    public short toShort() {
        return number("a whole number between -32768 and 32767", Short::valueOf);
    }

    public byte toByte() {
        return number("a whole number between -128 and 127", Byte::valueOf);
    }

    public double toDouble() {
        return finite(number("a number", Double::valueOf));
    }

    public float toFloat() {
        return (float) finite(number("a number", Float::valueOf));
    }

    /** {@code true} or {@code false}, in lower case. */
    public boolean toBoolean() {
        String text = toText();
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw problem("must be true or false");
    }

    /** Exactly one character. */
    public char toChar() {
        String text = toText();
        if (text.length() != 1) {
            throw problem("must be one character");
        }
        return text.charAt(0);
    }

    /** The 36 characters of RFC 9562 §4, in upper or lower case; {@code UUID.fromString} also takes signs and groups of other lengths. */
    public UUID toUuid() {
        String text = toText();
        if (!isUuid(text)) {
            throw problem("must be a UUID");
        }
        return UUID.fromString(text);
    }

    private static boolean isUuid(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() == 36;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** The constant of exactly this name. */
    public <E extends Enum<E>> E toEnum(Class<E> type) {
        String text = toText();
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw problem(oneOf(type));
        }
    }

    public Optional<String> optionalText() {
        return value == null ? Optional.empty() : Optional.of(toText());
    }

    public Optional<Integer> optionalInt() {
        return value == null ? Optional.empty() : Optional.of(toInt());
    }

    public Optional<Long> optionalLong() {
        return value == null ? Optional.empty() : Optional.of(toLong());
    }

    public Optional<Short> optionalShort() {
        return value == null ? Optional.empty() : Optional.of(toShort());
    }

    public Optional<Byte> optionalByte() {
        return value == null ? Optional.empty() : Optional.of(toByte());
    }

    public Optional<Double> optionalDouble() {
        return value == null ? Optional.empty() : Optional.of(toDouble());
    }

    public Optional<Float> optionalFloat() {
        return value == null ? Optional.empty() : Optional.of(toFloat());
    }

    public Optional<Boolean> optionalBoolean() {
        return value == null ? Optional.empty() : Optional.of(toBoolean());
    }

    public Optional<Character> optionalChar() {
        return value == null ? Optional.empty() : Optional.of(toChar());
    }

    public Optional<UUID> optionalUuid() {
        return value == null ? Optional.empty() : Optional.of(toUuid());
    }

    public <E extends Enum<E>> Optional<E> optionalEnum(Class<E> type) {
        return value == null ? Optional.empty() : Optional.of(toEnum(type));
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        StringBuilder names = new StringBuilder("must be one of ");
        for (E constant : type.getEnumConstants()) {
            names.append(constant.ordinal() == 0 ? "" : ", ").append(constant.name());
        }
        return names.toString();
    }

    private <N extends Number> N number(String kind, Function<String, N> parse) {
        String text = toText();
        try {
            if (plainNumber(text)) {
                return parse.apply(text);
            }
        } catch (NumberFormatException e) {
            // reported below, together with the forms that Java reads but a request may not use
        }
        throw problem("must be " + kind);
    }

    /** Java would also read other scripts' digits, blanks, {@code 1d}, {@code 0x1p3} and {@code NaN}. */
    private static boolean plainNumber(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private double finite(Number number) {
        if (Double.isInfinite(number.doubleValue())) {
            throw problem("must be a number that is not so large");
        }
        return number.doubleValue();
    }

    private ParameterProblem problem(String complaint) {
        return new ParameterProblem(source, name, complaint);
    }
}
