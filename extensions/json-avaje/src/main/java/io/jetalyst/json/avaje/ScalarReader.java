package io.jetalyst.json.avaje;

import io.avaje.json.JsonReader.Token;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonNumbers;
import io.jetalyst.codec.json.TextForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads values that are neither objects nor arrays. If a value does not fit, each method adds a fault and returns a substitute. */
final class ScalarReader {
    private final Cursor cursor;
    private final JsonNumbers numbers;

    ScalarReader(Cursor cursor) {
        this.cursor = cursor;
        this.numbers = new JsonNumbers(cursor.faults);
    }

    boolean readBoolean() {
        return cursor.isAt(Token.BOOLEAN, Expected.BOOLEAN) && cursor.in.readBoolean();
    }

    /** Reads a whole number within these bounds. */
    long whole(long least, long most) {
        return cursor.isAt(Token.NUMBER, JsonNumbers.expected(least, most))
                ? numbers.whole(cursor.number(), least, most)
                : 0;
    }

    double real() {
        return cursor.isAt(Token.NUMBER, Expected.NUMBER) ? numbers.real(cursor.number()) : 0;
    }

    float single() {
        return cursor.isAt(Token.NUMBER, Expected.NUMBER) ? numbers.single(cursor.number()) : 0;
    }

    BigDecimal decimal() {
        if (cursor.in.currentToken() == Token.STRING) {
            return numbers.decimal(cursor.text());
        }
        return cursor.isAt(Token.NUMBER, Expected.NUMBER) ? numbers.decimal(cursor.number()) : BigDecimal.ZERO;
    }

    BigInteger integer() {
        if (cursor.in.currentToken() == Token.STRING) {
            return numbers.integer(cursor.text());
        }
        return cursor.isAt(Token.NUMBER, Expected.NUMBER) ? numbers.integer(cursor.number()) : BigInteger.ZERO;
    }

    String string() {
        return cursor.isAt(Token.STRING, Expected.STRING) ? cursor.text() : "";
    }

    <T> @Nullable T formed(TextForm<T> form) {
        return cursor.isAt(Token.STRING, Expected.STRING) ? form.read(cursor.text(), cursor.faults) : null;
    }

    byte[] binary() {
        if (cursor.isAt(Token.STRING, Expected.BASE64)) {
            try {
                return Base64.getDecoder().decode(cursor.text());
            } catch (IllegalArgumentException e) {
                cursor.faults.addType(Expected.BASE64);
            }
        }
        return new byte[0];
    }
}
