package io.jetalyst.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict percent-decoding (RFC 3986 §2.1) into UTF-8: what is malformed has no value, it is not repaired. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** A path segment decoded; empty if an escape is malformed, is not UTF-8, or stands for NUL. */
    public static Optional<String> decodePath(String text) {
        return text.indexOf('%') < 0 ? withoutNul(text) : decode(text, false);
    }

    /** A form-encoded name or value decoded, {@code +} being a blank; empty as for a path. */
    public static Optional<String> decodeForm(String text) {
        return text.indexOf('%') < 0 ? withoutNul(text.replace('+', ' ')) : decode(text, true);
    }

    /** Why a text cannot be decoded, for an {@link InputError}. */
    public static String mistake(String text) {
        return text.contains("%00") || text.indexOf(0) >= 0
                ? "contains a NUL character"
                : "is not valid percent-encoded UTF-8";
    }

    private static Optional<String> decode(String text, boolean plusIsBlank) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            int c = raw[i];
            if (c == '%') {
                int value = i + 2 < raw.length ? hex(raw[i + 1]) * 16 + hex(raw[i + 2]) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                out[length++] = (byte) value;
                i += 2;
            } else {
                out[length++] = (byte) (plusIsBlank && c == '+' ? ' ' : c);
            }
        }
        try {
            return withoutNul(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A digit's value; far below zero for anything else, so that no second digit lifts it above. */
    private static int hex(byte c) {
        int value = Character.digit(c, 16);
        return value < 0 ? -256 : value;
    }

    private static Optional<String> withoutNul(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }
}
