package io.jetalyst.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Accept fields in the bytes of a request head. The client that has sent a malformed request shall receive the error in a form that it
 * accepts, but Jetty discards all fields of a head that it cannot parse.
 */
final class AcceptFields {
    private static final byte[] NAME = "accept:".getBytes(StandardCharsets.US_ASCII);

    private AcceptFields() {}

    /** The values of the fields whose lines are complete, up to the empty line that ends the head. */
    static List<String> find(ByteBuffer bytes, int from) {
        List<String> values = List.of();
        int start = from;
        for (int i = from; i < bytes.limit(); i++) {
            if (bytes.get(i) != '\n') {
                continue;
            }
            if (start > from && i - start <= 1) {
                break;
            }
            String value = isAccept(bytes, start, i) ? value(bytes, start + NAME.length, i) : null;
            if (value != null) {
                values = values.isEmpty() ? new ArrayList<>() : values;
                values.add(value);
            }
            start = i + 1;
        }
        return values;
    }

    private static boolean isAccept(ByteBuffer bytes, int start, int end) {
        if (end - start < NAME.length) {
            return false;
        }
        for (int i = 0; i < NAME.length; i++) {
            int next = bytes.get(start + i);
            if ((next >= 'A' && next <= 'Z' ? next + ('a' - 'A') : next) != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    /** Null if the value is not printable ASCII. */
    private static @Nullable String value(ByteBuffer bytes, int start, int end) {
        byte[] value = new byte[end - start];
        bytes.get(start, value);
        String text = new String(value, StandardCharsets.ISO_8859_1).strip();
        return text.chars().allMatch(next -> next >= ' ' && next <= '~') ? text : null;
    }
}
