package io.jetalyst.codec.json;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Checks that a body is JSON (RFC 8259) before a library parses it: UTF-8, nested at most 64 levels deep, one value, and nothing after it.
 *
 * <p>Libraries accept more than JSON, each something else, and locate faults each in its own way. One pass over the bytes is cheap compared
 * with parsing. After it, an exception of the parser always means that a value is not of the expected type.
 */
public final class JsonSyntax {
    /** The number of objects and arrays inside each other. */
    public static final int MAX_DEPTH = 64;

    /** The number of bytes of a name, as the body has them. Parsers keep names in tables. */
    public static final int MAX_NAME = 16 * 1024;

    private final byte[] body;
    private int at;
    private int depth;
    /** One bit for each level: whether it is an object. */
    private long objects;

    private JsonSyntax(byte[] body) {
        this.body = body;
    }

    /** @throws MalformedBodyException with the line and the column of the first fault */
    public static void check(byte[] body) {
        checkEncoding(body);
        new JsonSyntax(body).checkText();
    }

    private static void checkEncoding(byte[] body) {
        for (byte unit : body) {
            if (unit < 0) {
                decode(body);
                return;
            }
        }
    }

    private static void decode(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(1024);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
            if (result.isError()) {
                throw new MalformedBodyException(
                        List.of(BodyFault.syntax(body, in.position(), "is not valid UTF-8")), null);
            }
        } while (result.isOverflow());
    }

    private void checkText() {
        boolean complete = value();
        while (depth > 0) {
            complete = complete ? next() : value();
        }
        space();
        if (at < body.length) {
            throw malformed("continues after the end of the JSON");
        }
    }

    /** Reads a value, or only the start of an object or array that is not empty. Returns whether the value is complete. */
    private boolean value() {
        space();
        switch (peek()) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        return true;
    }

    private boolean object() {
        open(1);
        space();
        if (peek() == '}') {
            return close();
        }
        name();
        return false;
    }

    private boolean array() {
        open(0);
        space();
        return peek() == ']' && close();
    }

    /** Reads the comma or the end after a value that is inside an object or array. Returns whether it was the end. */
    private boolean next() {
        space();
        boolean object = (objects & 1) == 1;
        int unit = peek();
        if (unit == (object ? '}' : ']')) {
            return close();
        }
        if (unit != ',') {
            throw malformed(object ? "lacks a comma or a closing brace" : "lacks a comma or a closing bracket");
        }
        at++;
        if (object) {
            space();
            name();
        }
        return false;
    }

    private void name() {
        if (peek() != '"') {
            throw malformed("lacks the name of a member in double quotes");
        }
        int start = at + 1;
        string();
        if (at - 1 - start > MAX_NAME) {
            throw limited(start - 1, "has a member whose name has more than " + MAX_NAME + " bytes");
        }
        space();
        if (peek() != ':') {
            throw malformed("lacks a colon");
        }
        at++;
    }

    private void string() {
        at++;
        while (true) {
            int unit = peek();
            if (unit == '"') {
                at++;
                return;
            }
            if (unit == '\\') {
                escape();
            } else if (unit >= 0 && unit < ' ') {
                throw malformed("has a control character in a string that is not escaped");
            } else {
                at++;
            }
        }
    }

    private void escape() {
        at++;
        int kind = peek();
        if ("\"\\/bfnrtu".indexOf(kind) < 0) {
            throw malformed("has an unknown escape in a string");
        }
        at++;
        if (kind == 'u') {
            surrogates(codeUnit());
        }
    }

    private char codeUnit() {
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(peek(), 16);
            if (value < 0) {
                throw malformed("lacks a hexadecimal digit");
            }
            unit = unit * 16 + value;
            at++;
        }
        return (char) unit;
    }

    /** Half of a surrogate pair is no character (RFC 8259 §8.2): no response could contain it. */
    private void surrogates(char unit) {
        if (!Character.isSurrogate(unit)) {
            return;
        }
        if (Character.isHighSurrogate(unit) && peek() == '\\') {
            at++;
            if (peek() == 'u') {
                at++;
                if (Character.isLowSurrogate(codeUnit())) {
                    return;
                }
            }
        }
        throw malformed("has only half of a surrogate pair");
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw malformed("lacks a value");
            }
            at++;
        }
    }

    private void number() {
        if (peek() == '-') {
            at++;
        } else if (!isDigit(peek())) {
            throw malformed("lacks a value");
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < body.length && body[at] == '.') {
            at++;
            digits();
        }
        if (at < body.length && (body[at] == 'e' || body[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw malformed("lacks a digit");
        }
        while (at < body.length && isDigit(body[at])) {
            at++;
        }
    }

    private static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    private void open(int object) {
        if (++depth > MAX_DEPTH) {
            throw limited(at, "is nested deeper than " + MAX_DEPTH + " levels");
        }
        objects = objects << 1 | object;
        at++;
    }

    private boolean close() {
        depth--;
        objects >>>= 1;
        at++;
        return true;
    }

    private void space() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
    }

    private int peek() {
        if (at >= body.length) {
            throw malformed(body.length == 0 ? "is empty" : "ends too early");
        }
        return body[at];
    }

    private MalformedBodyException limited(int offset, String detail) {
        return new MalformedBodyException(List.of(BodyFault.limit(body, offset, detail)), null);
    }

    private MalformedBodyException malformed(String detail) {
        return new MalformedBodyException(List.of(BodyFault.syntax(body, at, detail)), null);
    }
}
