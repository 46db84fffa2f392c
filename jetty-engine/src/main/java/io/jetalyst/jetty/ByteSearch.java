package io.jetalyst.jetty;

import java.nio.ByteBuffer;

/** Searches a buffer in big-endian order, as all new ones are, eight bytes at a time. */
final class ByteSearch {
    private static final long EACH = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f * EACH;
    private static final long LINE_FEEDS = '\n' * EACH;
    /** Added to seven bits, it sets the eighth if they are more than a space. */
    private static final long ABOVE_SPACE = (0x7f - ' ') * EACH;

    private ByteSearch() {}

    /** The position of the first line feed, or the limit. */
    static int lineFeed(ByteBuffer bytes, int from) {
        int i = from;
        for (; i <= bytes.limit() - Long.BYTES; i += Long.BYTES) {
            long next = bytes.getLong(i) ^ LINE_FEEDS;
            long others = ((next & LOW_BITS) + LOW_BITS) | next | LOW_BITS;
            if (others != -1) {
                return i + Long.numberOfLeadingZeros(~others) / Byte.SIZE;
            }
        }
        while (i < bytes.limit() && bytes.get(i) != '\n') {
            i++;
        }
        return i;
    }

    /** The position of the first space or control character of ASCII but DEL, or the limit. */
    static int blank(ByteBuffer bytes, int from) {
        int i = from;
        for (; i <= bytes.limit() - Long.BYTES; i += Long.BYTES) {
            long next = bytes.getLong(i);
            long others = ((next & LOW_BITS) + ABOVE_SPACE) | next | LOW_BITS;
            if (others != -1) {
                return i + Long.numberOfLeadingZeros(~others) / Byte.SIZE;
            }
        }
        while (i < bytes.limit() && (bytes.get(i) & 0xff) > ' ') {
            i++;
        }
        return i;
    }
}
