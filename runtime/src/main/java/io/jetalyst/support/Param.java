package io.jetalyst.support;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of a request on its way into a parameter. A conversion that fails is a 400 that names the parameter. */
public final class Param {
    private final String source;
    private final String name;
    private final @Nullable String value;

    Param(String source, String name, @Nullable String value) {
        this.source = source;
        this.name = name;
        this.value = value;
    }

    /** This value if there is one, otherwise the given text. */
    public Param or(String defaultValue) {
        return value == null ? new Param(source, name, defaultValue) : this;
    }

    /** The converted value, or empty if the request has none. */
    public <T> Optional<T> optional(Function<Param, T> conversion) {
        return value == null ? Optional.empty() : Optional.of(conversion.apply(this));
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

    /** The 36 characters of RFC 9562 §4; {@code UUID.fromString} alone would take shorter groups. */
    public UUID toUuid() {
        String text = toText();
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the wrong length
        }
        throw problem("must be a UUID");
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
            // told below, together with the forms that Java reads but a request may not use
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
