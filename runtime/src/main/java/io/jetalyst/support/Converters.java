package io.jetalyst.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The conversions of texts that need no code of the application. Generated code names the constants: a method reference in their place would
 * cost javac its type inference and the application a class, at each place.
 */
public final class Converters {
    /** More digits than any primitive number has; longer texts are refused before the JDK parses them. */
    private static final int MAX_DIGITS = 64;

    /** The digits and the exponent of numbers of any size, whose arithmetic costs more than their text. */
    private static final int MAX_BIG_DIGITS = 1000;

    public static final Converter<String> TEXT = Converters::toText;
    public static final Converter<Integer> INT = Converters::toInt;
    public static final Converter<Long> LONG = Converters::toLong;
    public static final Converter<Short> SHORT = Converters::toShort;
    public static final Converter<Byte> BYTE = Converters::toByte;
    public static final Converter<Double> DOUBLE = Converters::toDouble;
    public static final Converter<Float> FLOAT = Converters::toFloat;
    public static final Converter<BigInteger> BIG_INTEGER = Converters::toBigInteger;
    public static final Converter<BigDecimal> BIG_DECIMAL = Converters::toBigDecimal;
    public static final Converter<URI> URI = Converters::toUri;
    public static final Converter<Locale> LOCALE = Converters::toLocale;
    public static final Converter<Boolean> BOOLEAN = Converters::toBoolean;
    public static final Converter<Character> CHAR = Converters::toChar;
    public static final Converter<UUID> UUID = Converters::toUuid;

    private Converters() {}

    public static String toText(String text) {
        return text;
    }

    public static Integer toInt(String text) {
        return wholeNumber(text, "-2147483648 and 2147483647", Integer::valueOf);
    }

    public static Long toLong(String text) {
        return wholeNumber(text, "-9223372036854775808 and 9223372036854775807", Long::valueOf);
    }

    public static Short toShort(String text) {
        return wholeNumber(text, "-32768 and 32767", Short::valueOf);
    }

    public static Byte toByte(String text) {
        return wholeNumber(text, "-128 and 127", Byte::valueOf);
    }

    public static Double toDouble(String text) {
        Double number = number(text, "a number", Double::valueOf);
        checkFinite(number);
        return number;
    }

    public static Float toFloat(String text) {
        Float number = number(text, "a number", Float::valueOf);
        checkFinite(number);
        return number;
    }

    /** A whole number of at most 1000 digits. */
    public static BigInteger toBigInteger(String text) {
        try {
            if (isPlainNumber(text, MAX_BIG_DIGITS + 1)) {
                BigInteger number = new BigInteger(text);
                return bounded(number, new BigDecimal(number));
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new InvalidText("must be a whole number of at most " + MAX_BIG_DIGITS + " digits");
    }

    /** A number of at most 1000 digits, whose exponent is between -1000 and 1000. */
    public static BigDecimal toBigDecimal(String text) {
        try {
            if (isPlainNumber(text, MAX_BIG_DIGITS + MAX_DIGITS)) {
                BigDecimal number = new BigDecimal(text);
                return bounded(number, number);
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new InvalidText("must be a number of at most " + MAX_BIG_DIGITS + " digits");
    }

    private static <N> N bounded(N number, BigDecimal decimal) {
        if (decimal.precision() > MAX_BIG_DIGITS || Math.abs((long) decimal.scale()) > MAX_BIG_DIGITS) {
            throw new NumberFormatException();
        }
        return number;
    }

    /** An absolute or a relative URI (RFC 3986 §4.1). */
    public static URI toUri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new InvalidText("must be a URI");
        }
    }

    /** A well-formed language tag (RFC 5646 §2.2.9): {@code de}, {@code pt-BR}. */
    public static Locale toLocale(String text) {
        try {
            if (!text.isEmpty()) {
                return new Locale.Builder().setLanguageTag(text).build();
            }
        } catch (IllformedLocaleException malformed) {
            // reported below
        }
        throw new InvalidText("must be a language tag such as pt-BR");
    }

    /** {@code true} or {@code false}, in lower case. */
    public static Boolean toBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new InvalidText("must be true or false");
    }

    /** The text that a browser sends for a checkbox: {@code on}, unless the page says another. */
    public static Boolean toChecked(String text) {
        return switch (text) {
            case "on", "true" -> true;
            case "off", "false", "" -> false;
            default -> throw new InvalidText("must be on or off");
        };
    }

    /** Exactly one character. */
    public static Character toChar(String text) {
        if (text.length() != 1) {
            throw new InvalidText("must be one character");
        }
        return text.charAt(0);
    }

    /** The 36 characters of RFC 9562 §4, in upper or lower case; {@code UUID.fromString} also takes signs and groups of other lengths. */
    public static UUID toUuid(String text) {
        if (!isUuid(text)) {
            throw new InvalidText("must be a UUID");
        }
        return java.util.UUID.fromString(text);
    }

    /** The constants of an enum by exactly their names. */
    public static <E extends Enum<E>> Converter<E> toEnum(Class<E> type) {
        return text -> {
            try {
                return Enum.valueOf(type, text);
            } catch (IllegalArgumentException unknown) {
                throw new InvalidText(oneOf(type));
            }
        };
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ", "must be one of ", ""));
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

    /** @param range the least and the greatest number, which the client reads only if it has sent a whole number */
    private static <N extends Number> N wholeNumber(String text, String range, Function<String, N> parse) {
        try {
            return number(text, "a whole number", parse);
        } catch (InvalidText invalid) {
            boolean hasDigits = text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
            throw text.length() > 1 && hasDigits && isPlainNumber(text.substring(0, 1), 1)
                    ? new InvalidText("must be between " + range)
                    : invalid;
        }
    }

    private static <N extends Number> N number(String text, String kind, Function<String, N> parse) {
        try {
            if (isPlainNumber(text, MAX_DIGITS)) {
                return parse.apply(text);
            }
        } catch (NumberFormatException e) {
            // reported below, together with the forms that Java reads but a request may not use
        }
        throw new InvalidText("must be " + kind);
    }

    /** Java would also read other scripts' digits, blanks, {@code 1d}, {@code 0x1p3} and {@code NaN}. */
    private static boolean isPlainNumber(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
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

    private static void checkFinite(Number number) {
        if (Double.isInfinite(number.doubleValue())) {
            throw new InvalidText("must be a number that is not so large");
        }
    }
}
