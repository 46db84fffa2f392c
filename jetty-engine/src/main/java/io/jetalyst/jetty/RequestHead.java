package io.jetalyst.jetty;

import java.nio.ByteBuffer;

/** The head of an HTTP/1 request while it arrives: checks its first line, and finds the empty line that ends it (RFC 9112 §2.1). */
final class RequestHead {
    private static final int EMPTY_LINE = ('\r' << 24) | ('\n' << 16) | ('\r' << 8) | '\n';

    private final RequestLine line = new RequestLine();
    /** The last four bytes of the head that have arrived. */
    private int lastFour;

    private boolean complete;

    /** Another head begins. */
    void begin() {
        line.reset();
        lastFour = 0;
        complete = false;
    }

    /**
     * Reads the bytes of the head that have arrived.
     *
     * @param from the position of the first of them; the others follow it up to the limit
     * @return whether bytes remain behind the end of the head
     */
    boolean read(ByteBuffer bytes, int from) {
        if (complete) {
            return false;
        }
        int next = line.read(bytes, from);
        if (line.isComplete()) {
            int end = findEnd(bytes, from, next);
            complete = end >= 0;
            if (complete) {
                return end < bytes.limit();
            }
        }
        for (int i = Math.max(from, bytes.limit() - Integer.BYTES); i < bytes.limit(); i++) {
            lastFour = (lastFour << 8) | (bytes.get(i) & 0xff);
        }
        return false;
    }

    /** The position behind the empty line, or -1. Most heads are long, so this looks only at each fourth byte if it can. */
    private int findEnd(ByteBuffer bytes, int from, int next) {
        int i = next;
        while (i < bytes.limit()) {
            switch (bytes.get(i)) {
                case '\n' -> {
                    if (fourBefore(bytes, from, i + 1) == EMPTY_LINE) {
                        return i + 1;
                    }
                    i += 2;
                }
                case '\r' -> i++;
                default -> i += Integer.BYTES;
            }
        }
        return -1;
    }

    /** The four bytes before a position; those before {@code from} arrived earlier. */
    private int fourBefore(ByteBuffer bytes, int from, int position) {
        int four = lastFour;
        for (int i = Math.max(from, position - Integer.BYTES); i < position; i++) {
            four = (four << 8) | (bytes.get(i) & 0xff);
        }
        return four;
    }

    /** Whether the first line is spelled as RFC 9112 §3 demands, as far as it has arrived. */
    boolean isLineValid() {
        return line.isValid();
    }

    /** Whether the method is HEAD. */
    boolean isMethodHead() {
        return line.isHead();
    }
}
