package io.jetalyst.processor.check;

import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.problem.NearMatch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Converts texts as the runtime does, to report at compile time what would fail in every request. */
final class Conversions {
    private Conversions() {}

    /** The reason why a text cannot be converted. */
    record Complaint(String what, String fix) {}

    /** The complaint about a text; empty if it can be converted. */
    static Optional<Complaint> complaint(Conversion conversion, String text) {
        if (conversion instanceof Conversion.Constant constant) {
            List<String> names = constant.type().facts().constants();
            return names.contains(text)
                    ? Optional.empty()
                    : complain(
                            "is no constant of " + constant.type().text(),
                            NearMatch.question(text, names) + "Write one of " + String.join(", ", names) + ".");
        }
        return conversion instanceof Scalar scalar
                ? complaint(scalar, text)
                : Optional.empty(); // the application's code converts it
    }

    private static Optional<Complaint> complaint(Scalar scalar, String text) {
        if (scalar.isTime()) {
            return TimeTexts.complaint(scalar, text);
        }
        return switch (scalar) {
            case TEXT -> Optional.empty();
            case INT -> number(text, "an int", Integer::valueOf);
            case LONG -> number(text, "a long", Long::valueOf);
            case SHORT -> number(text, "a short", Short::valueOf);
            case BYTE -> number(text, "a byte", Byte::valueOf);
            case DOUBLE -> number(text, "a double", Double::valueOf);
            case FLOAT -> number(text, "a float", Float::valueOf);
            case BOOLEAN ->
                unless(text.equals("true") || text.equals("false"), "is no boolean", "Write true or false.");
            case CHAR -> unless(text.length() == 1, "is no char", "Write one character.");
            case UUID -> unless(isUuid(text), "is no UUID", "Write the 36 characters of one.");
            case URI -> unless(isUri(text), "is no URI", "Write one as RFC 3986 does.");
            case LOCALE -> unless(isLocale(text), "is no language tag", "Write one such as pt-BR.");
            case BIG_INTEGER -> unless(isBig(text, false), "is no whole number of at most 1000 digits", "Write one.");
            case BIG_DECIMAL -> unless(isBig(text, true), "is no number of at most 1000 digits", "Write one.");
            default -> throw new IllegalArgumentException("no text of " + scalar);
        };
    }

    private static Optional<Complaint> number(String text, String kind, Function<String, Number> parse) {
        boolean plain = text.length() <= 64 && isPlain(text);
        boolean converts = false;
        try {
            converts = plain && !Double.isInfinite(parse.apply(text).doubleValue());
        } catch (NumberFormatException e) {
            // reported below
        }
        return unless(converts, "is not " + kind, "Write a number that " + kind + " can hold.");
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
    }

    private static boolean isBig(String text, boolean decimal) {
        try {
            BigDecimal number = decimal ? new BigDecimal(text) : new BigDecimal(new BigInteger(text));
            return isPlain(text)
                    && text.length() <= (decimal ? 1064 : 1001)
                    && number.precision() <= 1000
                    && Math.abs((long) number.scale()) <= 1000;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).toString().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLocale(String text) {
        try {
            new Locale.Builder().setLanguageTag(text);
            return !text.isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<Complaint> unless(boolean converts, String what, String fix) {
        return converts ? Optional.empty() : complain(what, fix);
    }

    private static Optional<Complaint> complain(String what, String fix) {
        return Optional.of(new Complaint(what, fix));
    }
}
