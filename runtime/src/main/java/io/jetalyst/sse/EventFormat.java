package io.jetalyst.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Encodes events as {@code text/event-stream} (HTML standard §9.2.5). */
final class EventFormat {
    static final String MEDIA_TYPE = "text/event-stream";
    /** A comment, which browsers ignore. */
    static final byte[] COMMENT = {':', '\n', '\n'};

    private EventFormat() {}

    /** An event with this data instead of its own. */
    static byte[] encode(Event<?> event, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 64);
        field(out, "id", event.id());
        field(out, "event", event.name());
        field(out, "retry", event.retry().map(time -> Long.toString(time.toMillis())));
        data(out, data);
        return out.toByteArray();
    }

    /** An event with data only. */
    static byte[] encode(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 16);
        data(out, data);
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String name, Optional<String> value) {
        value.ifPresent(text -> out.writeBytes((name + ": " + text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** One field for each line of the data: CR LF, CR and LF end a line. No other character of UTF-8 contains their bytes. */
    private static void data(ByteArrayOutputStream out, byte[] data) {
        int begin = 0;
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\r' || data[i] == '\n') {
                line(out, data, begin, i);
                if (data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n') {
                    i++;
                }
                begin = i + 1;
            }
        }
        line(out, data, begin, data.length);
        out.write('\n');
    }

    private static void line(ByteArrayOutputStream out, byte[] data, int begin, int end) {
        out.writeBytes(new byte[] {'d', 'a', 't', 'a', ':', ' '});
        out.write(data, begin, end - begin);
        out.write('\n');
    }
}
