package io.jetalyst.json.avaje;

import io.jetalyst.codec.MalformedBodyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Checks a body before it is parsed: it must be UTF-8 (RFC 8259 §8.1), nested at most 64 levels deep, and contain one value and nothing
 * after it.
 *
 * <p>The parser checks none of these, and recurses into members that it skips, so that a body of a hundred thousand brackets would overflow
 * the stack. One pass over the bytes is cheap compared with parsing. The parser checks the rest of the grammar.
 */
final class JsonBounds {
    static final int MAX_DEPTH = 64;

    private final byte[] body;
    private int depth;
    private boolean scalar;
    private boolean ended;

    private JsonBounds(byte[] body) {
        this.body = body;
    }

    static void check(byte[] body) {
        checkEncoding(body);
        new JsonBounds(body).checkStructure();
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
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.", e);
        }
    }

    private void checkStructure() {
        for (int at = 0; at < body.length; at++) {
            byte unit = body[at];
            if (unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t') {
                ended |= scalar;
                continue;
            }
            if (ended) {
                throw malformed("Something follows the JSON value.", null);
            }
            switch (unit) {
                case '"' -> at = endOfString(at);
                case '{', '[' -> open();
                case '}', ']' -> close();
                default -> scalar = depth == 0;
            }
        }
        if (depth > 0 || !(ended || scalar)) {
            throw malformed("The JSON ends too early.", null);
        }
    }

    private int endOfString(int start) {
        for (int at = start + 1; at < body.length; at++) {
            if (body[at] == '\\') {
                at++;
            } else if (body[at] == '"') {
                ended = depth == 0;
                return at;
            }
        }
        throw malformed("The JSON ends inside a string.", null);
    }

    private void open() {
        if (scalar) {
            throw malformed("Something follows the JSON value.", null);
        }
        if (++depth > MAX_DEPTH) {
            throw malformed("The JSON is nested deeper than " + MAX_DEPTH + " levels.", null);
        }
    }

    private void close() {
        if (--depth < 0) {
            throw malformed("The JSON closes what it did not open.", null);
        }
        ended = depth == 0;
    }

    private static MalformedBodyException malformed(String message, @Nullable Throwable cause) {
        return new MalformedBodyException(message, cause);
    }
}
