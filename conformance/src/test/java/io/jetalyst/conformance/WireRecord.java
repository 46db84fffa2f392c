package io.jetalyst.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records what one side of a connection wrote: the head of its HTTP message, then the headers of its frames (RFC 6455 §5.2). */
final class WireRecord {
    private static final Pattern EXTENSIONS =
            Pattern.compile("^Sec-WebSocket-Extensions:(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final List<Frame> frames = new ArrayList<>();
    private String head = "";
    private String end = "";
    /** The remaining bytes of the current payload. */
    private long passing;

    /**
     * A recorded frame.
     *
     * @param bits FIN, RSV1 to RSV3 and the opcode
     */
    record Frame(int bits, long payload) {
        boolean last() {
            return (bits & 0x80) != 0;
        }

        boolean compressed() {
            return (bits & 0x40) != 0;
        }

        boolean reserved() {
            return (bits & 0x30) != 0;
        }

        int opcode() {
            return bits & 0x0f;
        }
    }

    synchronized void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (passing > 0) {
                int passed = (int) Math.min(passing, length - i);
                passing -= passed;
                i += passed - 1;
            } else {
                begun.write(bytes[i]);
                look();
            }
        }
    }

    synchronized void end(String why) {
        end = why;
    }

    private void look() {
        byte[] all = begun.toByteArray();
        if (head.isEmpty()) {
            String text = new String(all, StandardCharsets.ISO_8859_1);
            if (text.endsWith(END_OF_HEAD)) {
                head = text;
                begun.reset();
            }
        } else if (all.length >= 2 && all.length == headerSize(all[1])) {
            passing = payload(all);
            frames.add(new Frame(all[0], passing));
            begun.reset();
        }
    }

    private static int headerSize(byte second) {
        int length = second & 0x7f;
        return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (second < 0 ? 4 : 0);
    }

    private static long payload(byte[] header) {
        int length = header[1] & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        long payload = more == 0 ? length : 0;
        for (int i = 2; i < 2 + more; i++) {
            payload = payload << 8 | header[i] & 0xff;
        }
        return payload;
    }

    /** Returns all values of {@code Sec-WebSocket-Extensions}; empty if there are none. */
    synchronized String extensions() {
        StringBuilder value = new StringBuilder();
        for (Matcher line = EXTENSIONS.matcher(head); line.find(); ) {
            value.append(value.isEmpty() ? "" : ", ").append(line.group(1).strip());
        }
        return value.toString();
    }

    synchronized List<Frame> dataFrames() {
        return frames.stream().filter(frame -> frame.opcode() < 8).toList();
    }

    /** Returns the size of the payloads of all data frames. */
    synchronized long payload() {
        return dataFrames().stream().mapToLong(Frame::payload).sum();
    }

    @Override
    public synchronized String toString() {
        return head.lines().findFirst().orElse("nothing") + "; " + frames + " " + end;
    }
}
