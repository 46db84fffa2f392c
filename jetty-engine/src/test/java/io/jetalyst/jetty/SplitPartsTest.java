package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.PartReceiver;
import io.jetalyst.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Forms with files whose bytes arrive in two pieces. */
class SplitPartsTest {
    @Test
    void readsFormThatIsSplitAnywhere() {
        String part = "--boundary\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nabc\r\n";
        byte[] form = (part + part + "--boundary--\r\n").getBytes(StandardCharsets.UTF_8);
        StringBuilder wrong = new StringBuilder();
        for (int at = 1; at < form.length; at++) {
            String result = read(form, at);
            if (!result.equals("[abc][abc]")) {
                wrong.append(at).append(' ').append(result).append('\n');
            }
        }
        assertEquals("", wrong.toString());
    }

    private static String read(byte[] form, int at) {
        StringBuilder read = new StringBuilder();
        try {
            JettyPartParser parser = new JettyPartParser("boundary", 8192, new Recorder(read));
            parser.parse(ByteBuffer.wrap(form, 0, at).slice());
            parser.parse(ByteBuffer.wrap(form, at, form.length - at).slice());
            parser.end();
        } catch (RuntimeException failed) {
            read.append(failed);
        }
        return read.toString();
    }

    private record Recorder(StringBuilder read) implements PartReceiver {
        @Override
        public void begin(Headers headers) {
            read.append('[');
        }

        @Override
        public void content(ByteBuffer bytes) {
            read.append(StandardCharsets.UTF_8.decode(bytes));
        }

        @Override
        public void end() {
            read.append(']');
        }
    }
}
