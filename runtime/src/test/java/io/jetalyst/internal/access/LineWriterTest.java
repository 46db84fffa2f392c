package io.jetalyst.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Request;
import io.jetalyst.internal.log.CapturedLog;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.CompletedRequest.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LineWriterTest {
    private static final int MORE_THAN_FIT = 40_000;

    @Test
    void writesAllLinesInTheirOrderBeforeItCloses() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter writer = new LineWriter(LineWriterTest::append, out).start();

        for (int i = 0; i < 1_000; i++) {
            writer.offer(entry(i));
        }
        writer.close();

        List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
        assertEquals(1_000, lines.size());
        assertEquals("/0", lines.get(0));
        assertEquals("/999", lines.get(999));
    }

    @Test
    void neverWaitsForAnOutputThatBlocks() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch unblocked = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("lines are written together");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                writing.countDown();
                try {
                    unblocked.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(bytes, offset, length);
            }
        };
        LineWriter writer = new LineWriter(LineWriterTest::append, out).start();
        writer.offer(entry(0));
        assertTrue(writing.await(10, TimeUnit.SECONDS));

        for (int i = 1; i < MORE_THAN_FIT; i++) {
            writer.offer(entry(i)); // the test times out if this waits
        }
        unblocked.countDown();
        writer.close();

        List<String> lines = written.toString(StandardCharsets.US_ASCII).lines().toList();
        assertTrue(lines.size() > 10_000 && lines.size() < MORE_THAN_FIT, () -> lines.size() + " lines");
        assertEquals("/" + (lines.size() - 1), lines.get(lines.size() - 1), "the queue keeps the oldest lines");
    }

    @Test
    void reportsDroppedLinesWhileItsOutputBlocks() throws InterruptedException {
        CountDownLatch unblocked = new CountDownLatch(1);
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("lines are written together");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    unblocked.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        LineWriter writer = new LineWriter(LineWriterTest::append, out).start();
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < MORE_THAN_FIT; i++) {
                writer.offer(entry(i));
            }
            String expected = "lines of the access log were dropped, because its output is too slow or fails";
            String seen = log.await(expected);
            assertTrue(seen.contains(expected), seen);
        } finally {
            unblocked.countDown();
            writer.close();
        }
    }

    @Test
    void continuesAfterAWriteThatFailed() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left on device");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (failed.getCount() > 0) {
                    failed.countDown();
                    throw new IOException("no space left on device");
                }
                written.write(bytes, offset, length);
            }
        };
        LineWriter writer = new LineWriter(LineWriterTest::append, out).start();
        writer.offer(entry(1));
        assertTrue(failed.await(10, TimeUnit.SECONDS));

        writer.offer(entry(2));
        writer.close();

        assertEquals("/2\n", written.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void opensTheFileAnewAfterItWasRenamed(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("access.log");
        Path renamed = directory.resolve("access.log.1");
        Files.writeString(file, "before\n");

        try (LogFile log = new LogFile(file)) {
            write(log, "1\n");
            Files.move(file, renamed);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!Files.exists(file) && deadline - System.nanoTime() > 0) {
                write(log, "2\n");
                Thread.onSpinWait();
            }
            write(log, "3\n");
        }

        assertTrue(Files.readString(renamed).startsWith("before\n1\n2\n"));
        assertTrue(Files.readString(file).endsWith("2\n3\n"), Files.readString(file));
    }

    @Test
    void writesOnIntoTheRenamedFileWhileItCanOpenNoOther(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("access.log");
        Path renamed = directory.resolve("access.log.1");
        StringBuilder lines = new StringBuilder();

        try (LogFile log = new LogFile(file)) {
            Files.move(file, renamed);
            Files.createDirectory(file); // cannot be opened
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2); // it looks for the file once in a second
            for (int i = 0; System.nanoTime() - until < 0; i++) {
                write(log, i + "\n");
                lines.append(i).append('\n');
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }

        assertEquals(lines.toString(), Files.readString(renamed));
    }

    @Test
    void appendsToAFileThatWasTruncated(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("access.log");

        try (LogFile log = new LogFile(file)) {
            write(log, "a long line\n");
            Files.write(file, new byte[0]); // copytruncate
            write(log, "2\n");
        }

        assertEquals("2\n", Files.readString(file));
    }

    private static void write(LogFile log, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        log.write(bytes, 0, bytes.length);
    }

    private static void append(AccessEntry entry, StringBuilder out) {
        out.append(entry.path()).append('\n');
    }

    private static AccessEntry entry(int number) {
        return AccessEntry.of(new CompletedRequest(
                Request.builder("GET", "/" + number).build(),
                Optional.empty(),
                200,
                0,
                0,
                Duration.ZERO,
                End.COMPLETE,
                false));
    }
}
