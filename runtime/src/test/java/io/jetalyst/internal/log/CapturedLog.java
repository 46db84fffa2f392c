package io.jetalyst.internal.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The lines of the log while a test runs. */
public final class CapturedLog implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public CapturedLog() {
        System.setErr(new PrintStream(new Lines(), true, StandardCharsets.UTF_8));
    }

    private final class Lines extends OutputStream {
        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            synchronized (bytes) {
                bytes.write(more, offset, length);
                bytes.notifyAll();
            }
        }
    }

    /** All lines so far. */
    public String text() {
        synchronized (bytes) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** Waits for a line that contains the text, for ten seconds at most; returns all lines. */
    public String await(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (bytes) {
            while (!text().contains(text) && end - System.nanoTime() > 0) {
                bytes.wait(100);
            }
            return text();
        }
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
