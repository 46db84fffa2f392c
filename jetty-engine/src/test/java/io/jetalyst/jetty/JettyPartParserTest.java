package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.engine.PartReceiver;
import io.jetalyst.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JettyPartParserTest {
    private static final OutOfMemoryError FULL = new OutOfMemoryError("the heap is full");

    private record Exhausted() implements PartReceiver {
        @Override
        public void begin(Headers headers) {}

        @Override
        public void content(ByteBuffer bytes) {
            throw FULL;
        }

        @Override
        public void end() {}
    }

    @Test
    void neverDropsContentForWhichTheReceiverFindsNoMemory() {
        JettyPartParser parser = new JettyPartParser("x", 1_000, new Exhausted());
        ByteBuffer part = ByteBuffer.wrap("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext\r\n--x--\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        assertSame(FULL, assertThrows(OutOfMemoryError.class, () -> parser.parse(part)));
    }
}
