package io.jetalyst.jetty;

import java.nio.ByteBuffer;

/** Checks how the first line of a request is spelled (RFC 9112 §3): two single spaces, and {@code HTTP} in upper case. */
final class RequestLine {
    private static final byte[] HEAD = {'H', 'E', 'A', 'D', ' '};
    private static final int HTTP = ('H' << 24) | ('T' << 16) | ('T' << 8) | 'P';
    private static final int HEAD_METHOD = ('H' << 24) | ('E' << 16) | ('A' << 8) | 'D';
    /** {@code " HTTP/1."} */
    private static final long VERSION = 0x20_48_54_54_50_2f_31_2eL;

    private static final short LINE_END = ('\r' << 8) | '\n';
    private static final int VERSION_BYTES = " HTTP/1.1\r\n".length();
    private static final int PRI = ('P' << 16) | ('R' << 8) | 'I';

    private int length;
    private int spaces;
    private int lastFour;
    private int head;
    private byte last;
    private boolean complete;
    private boolean valid = true;

    void reset() {
        length = 0;
        spaces = 0;
        lastFour = 0;
        head = 0;
        last = 0;
        complete = false;
        valid = true;
    }

    /**
     * Reads the bytes that have arrived, up to the end of the line.
     *
     * @return the position behind the last byte that it has read
     */
    int read(ByteBuffer bytes, int from) {
        int behind = length == 0 ? readWhole(bytes, from) : from;
        return behind > from ? behind : readEach(bytes, from);
    }

    /** Reads a line that has arrived whole and is spelled as almost all are; otherwise returns {@code from}. */
    private int readWhole(ByteBuffer bytes, int from) {
        int method = ByteSearch.blank(bytes, from);
        int target = ByteSearch.blank(bytes, method + 1);
        int end = target + VERSION_BYTES;
        if (method == from
                || target == method + 1
                || end > bytes.limit()
                || bytes.get(method) != ' '
                || bytes.getLong(target) != VERSION
                || (bytes.get(end - 3) | 1) != '1'
                || bytes.getShort(end - Short.BYTES) != LINE_END) {
            return from;
        }
        head = method - from == Integer.BYTES && bytes.getInt(from) == HEAD_METHOD ? HEAD.length : 0;
        complete = true;
        return end;
    }

    private int readEach(ByteBuffer bytes, int from) {
        int i = from;
        for (; i < bytes.limit() && !complete; i++) {
            byte next = bytes.get(i);
            if (spaces == 1 && next > ' ') {
                last = next; // of the target only its end matters
                continue;
            }
            if (length == 0 && (next == '\r' || next == '\n')) {
                continue; // §2.2 allows empty lines before a request
            }
            read(next);
        }
        return i;
    }

    private void read(byte next) {
        if (length < HEAD.length && next == HEAD[length]) {
            head++;
        }
        length++;
        switch (next) {
            case '\n' -> {
                complete = true;
                valid &= spaces == 2;
            }
            case ' ' -> {
                spaces++;
                valid &= last != ' ';
            }
            case '/' -> valid &= spaces < 2 || lastFour == HTTP;
            default -> {}
        }
        lastFour = (lastFour << 8) | (next & 0xff);
        last = next;
        if (length == 3 && lastFour == PRI) {
            complete = true; // the preface of HTTP/2
        }
    }

    boolean isComplete() {
        return complete;
    }

    boolean isValid() {
        return valid;
    }

    boolean isHead() {
        return head == HEAD.length;
    }
}
