package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BlockingWatchTest {
    @Test
    void logsTheHandlerThatBlocksAndItsStack() throws InterruptedException {
        PrintStream before = System.err;
        Log log = new Log("BlockingWatchTest.logsTheHandlerThatBlocksAndItsStack");
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            new BlockingWatch().begin(Optional.of(Route.http(HttpMethod.GET, "/slow", "Rooms.slow")));

            assertTrue(log.seen.await(10, TimeUnit.SECONDS), log::text);
        } finally {
            System.setErr(before);
        }
        assertTrue(log.text().contains("Rooms.slow is non-blocking"), log::text);
    }

    /** Collects the lines of a log until one of them contains a text. */
    private static final class Log extends OutputStream {
        final CountDownLatch seen = new CountDownLatch(1);
        private final String awaited;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Log(String awaited) {
            this.awaited = awaited;
        }

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            if (b == '\n' && text().contains(awaited)) {
                seen.countDown();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
