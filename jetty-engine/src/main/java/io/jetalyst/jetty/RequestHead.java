package io.jetalyst.jetty;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The head of an HTTP/1 request while it arrives: checks its first line, and finds the empty line that ends it (RFC 9112 §2.1). */
final class RequestHead {
    private static final int EMPTY_LINE = ('\r' << 24) | ('\n' << 16) | ('\r' << 8) | '\n';

    private final RequestLine line = new RequestLine();
    /** The last four bytes of the head that have arrived. */
    private int lastFour;

    private boolean complete;
    /** The bytes that have arrived last, if the head is complete: they are in Jetty's buffer until it calls the handler. */
    private @Nullable ByteBuffer segment;

    private int segmentStart;
    private int segmentEnd;
    /** The values of the Accept fields of the segments before. The thread that ends a late request reads them. */
    private volatile List<String> earlierAccepts = List.of();

    /** Another head begins. */
    void begin() {
        line.reset();
        lastFour = 0;
        complete = false;
        segment = null;
        if (!earlierAccepts.isEmpty()) {
            earlierAccepts = List.of();
        }
    }

    /** The request is handled now, so its head was parsed. */
    void end() {
        segment = null;
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
                segment = bytes;
                segmentStart = from;
                segmentEnd = bytes.limit();
                return end < bytes.limit();
            }
        }
        for (int i = Math.max(from, bytes.limit() - Integer.BYTES); i < bytes.limit(); i++) {
            lastFour = (lastFour << 8) | (bytes.get(i) & 0xff);
        }
        keepAccepts(AcceptFields.find(bytes, from));
        return false;
    }

    private void keepAccepts(List<String> found) {
        if (!found.isEmpty()) {
            earlierAccepts =
                    Stream.concat(earlierAccepts.stream(), found.stream()).toList();
        }
    }

    /** The values of the Accept fields, also if Jetty could not parse the head. A field that is split between two segments is not found. */
    List<String> acceptFields() {
        ByteBuffer last = segment;
        if (last != null) {
            segment = null;
            ByteBuffer bytes =
                    last.duplicate().clear().limit(segmentEnd); // Jetty has discarded those that it has not parsed
            keepAccepts(AcceptFields.find(bytes, segmentStart));
        }
        return earlierAccepts;
    }

    /** The position behind the empty line, or -1. */
    private int findEnd(ByteBuffer bytes, int from, int next) {
        int i = ByteSearch.lineFeed(bytes, next);
        while (i < bytes.limit()) {
            if (fourBefore(bytes, from, i + 1) == EMPTY_LINE) {
                return i + 1;
            }
            i = ByteSearch.lineFeed(bytes, i + 1);
        }
        return -1;
    }

    /** The four bytes before a position; those before {@code from} arrived earlier. */
    private int fourBefore(ByteBuffer bytes, int from, int position) {
        if (position - from >= Integer.BYTES) {
            return bytes.getInt(position - Integer.BYTES);
        }
        int four = lastFour;
        for (int i = from; i < position; i++) {
            four = (four << 8) | (bytes.get(i) & 0xff);
        }
        return four;
    }

    /** Whether the empty line has arrived. */
    boolean isComplete() {
        return complete;
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
