package io.jetalyst.codec.json;

import io.jetalyst.codec.BodyFault;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Converts the text of JSON numbers to the number types of Java. If a number does not fit, each method adds a fault and returns zero. The text
 * follows the grammar of JSON.
 *
 * <p>A number has at most 1000 characters, and a {@code BigDecimal} or {@code BigInteger} an exponent of at most 1000: arithmetic with larger
 * numbers would take memory and time out of all proportion to their text.
 */
public final class JsonNumbers {
    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_SCALE = 1000;
    private static final int SAFE_DIGITS = 18;
    private static final String TOO_LONG = "has too many digits";
    private static final String TOO_LARGE = "has an exponent that is too large";

    private final JsonFaults faults;

    public JsonNumbers(JsonFaults faults) {
        this.faults = faults;
    }

    /** Returns a whole number within these bounds. {@code 1e2} and {@code 1.0} are whole numbers. */
    public long whole(String text, long least, long most) {
        if (isTooLong(text)) {
            return 0;
        }
        try {
            long value = isPlain(text) ? Long.parseLong(text) : new BigDecimal(text).longValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // reported below: a fraction, or an exponent that no BigDecimal has
        }
        faults.addType(expected(least, most));
        return 0;
    }

    /** The phrase about a value that is no whole number within these bounds. */
    public static String expected(long least, long most) {
        return "must be a whole number from " + least + " to " + most;
    }

    private static boolean isPlain(String text) {
        if (text.length() > SAFE_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit != '-' && (unit < '0' || unit > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Returns the nearest {@code double}. */
    public double real(String text) {
        return isTooLong(text) ? 0 : finite(Double.parseDouble(text));
    }

    /** Returns the nearest {@code float}. */
    public float single(String text) {
        return isTooLong(text) ? 0 : (float) finite(Float.parseFloat(text));
    }

    private double finite(double value) {
        if (Double.isInfinite(value)) {
            faults.add(BodyFault.LIMIT, TOO_LARGE, null);
            return 0;
        }
        return value;
    }

    /** Returns the decimal number. The text may also be the content of a string: clients without decimals of their own send strings. */
    public BigDecimal decimal(String text) {
        if (isTooLong(text)) {
            return BigDecimal.ZERO;
        }
        if (!isNumber(text)) {
            faults.addType(Expected.NUMBER);
            return BigDecimal.ZERO;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) <= MAX_SCALE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below: the exponent has too many digits
        }
        faults.add(BodyFault.LIMIT, TOO_LARGE, null);
        return BigDecimal.ZERO;
    }

    /** Returns the whole number of any size; the text as for {@link #decimal}. */
    public BigInteger integer(String text) {
        try {
            return decimal(text).toBigIntegerExact();
        } catch (ArithmeticException e) {
            faults.add(BodyFault.TYPE, Expected.WHOLE_NUMBER, e);
            return BigInteger.ZERO;
        }
    }

    private boolean isTooLong(String text) {
        if (text.length() > MAX_CHARACTERS) {
            faults.add(BodyFault.LIMIT, TOO_LONG, null);
            return true;
        }
        return false;
    }

    /** Whether the text is a number in JSON: {@code BigDecimal} also reads {@code .5}, {@code +1} and the digits of other scripts. */
    private static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int end = digits(text, at);
        if (end == at || end > at + 1 && text.charAt(at) == '0') {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            at = end + 1;
            end = digits(text, at);
            if (end == at) {
                return false;
            }
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            boolean signed = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0;
            at = end + (signed ? 2 : 1);
            end = digits(text, at);
            return end > at && end == text.length();
        }
        return end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
