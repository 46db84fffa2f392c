package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;

/**
 * Validates UTF-8 incrementally (RFC 3629 §4), so that an invalid byte is detected when it arrives, not at the end of the message.
 * Overlong forms, surrogates and values beyond U+10FFFF are invalid at their first or second byte.
 */
public final class Utf8 {
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** How many continuation bytes are missing. */
    private int missing;
    /** The range of the next continuation byte: 80 to BF, except after E0, ED, F0 and F4. */
    private int lowest;

    private int highest;
    /** How many bytes of an incomplete character were read. */
    private int begun;

    /** Validates more bytes without moving the buffer's position; {@code false} if they are not UTF-8, whatever follows. */
    public boolean accept(ByteBuffer bytes) {
        int end = bytes.limit();
        for (int at = bytes.position(); at < end; at++) {
            if (missing == 0) {
                at = afterAscii(bytes, at, end);
            }
            if (at < end && !accept(bytes.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** Skips ASCII eight bytes at a time. */
    private static int afterAscii(ByteBuffer bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES && (bytes.getLong(at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        return at;
    }

    /** Whether the bytes so far end between two characters. */
    public boolean complete() {
        return missing == 0;
    }

    /** How many of the last bytes belong to an incomplete character. */
    public int incomplete() {
        return missing == 0 ? 0 : begun;
    }

    private boolean accept(byte next) {
        if (missing > 0) {
            return continues(next & 0xff);
        }
        return next >= 0 || begins(next & 0xff);
    }

    private boolean continues(int next) {
        if (next < lowest || next > highest) {
            return false;
        }
        lowest = 0x80;
        highest = 0xbf;
        begun++;
        missing--;
        return true;
    }

    private boolean begins(int lead) {
        if (lead < 0xc2 || lead > 0xf4) {
            return false;
        }
        missing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        begun = 1;
        return true;
    }
}
