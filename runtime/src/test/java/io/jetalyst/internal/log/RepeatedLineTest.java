package io.jetalyst.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepeatedLineTest {
    private static final int WRITERS = 4;
    private static final int LINES = 10_000;

    private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final RepeatedLine line = new RepeatedLine();

    @Test
    void writesTheFirstLineAtOnceAndTheLastOfTheOthersLater() throws Exception {
        line.write(more -> written.add("first" + more));
        assertEquals("first", written.poll());

        line.write(more -> written.add("second" + more));
        line.write(more -> written.add("third" + more));
        line.write(more -> written.add("fourth" + more));

        assertEquals("fourth (and 2 more)", written.poll(30, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(written));
    }

    @Test
    void countsEachLineOfManyThreads() throws Exception {
        List<Thread> writers = List.of(writer(), writer(), writer(), writer());
        for (Thread each : writers) {
            each.join();
        }
        long total = 0;
        int lines = 0;
        while (total < WRITERS * LINES) {
            String end = written.poll(30, TimeUnit.SECONDS);
            lines++;
            total += end.isEmpty() ? 1 : 1 + Integer.parseInt(end.replaceAll("\\D", ""));
        }
        assertEquals(WRITERS * LINES, total);
        assertTrue(lines < LINES, lines + " lines");
    }

    @Test
    void goesOnAfterAWriterThatThrows() throws Exception {
        try {
            line.write(more -> {
                throw new IllegalStateException("no space left");
            });
        } catch (IllegalStateException expected) {
            line.write(more -> written.add("next" + more));
        }
        assertEquals("next", written.poll(30, TimeUnit.SECONDS));
    }

    private Thread writer() {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < LINES; i++) {
                line.write(written::add);
            }
        });
        writer.start();
        return writer;
    }
}
