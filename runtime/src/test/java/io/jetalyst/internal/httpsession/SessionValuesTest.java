package io.jetalyst.internal.httpsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.internal.log.CapturedLog;
import io.jetalyst.session.SessionKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionValuesTest {
    private static final int REQUESTS = 1000;
    private static final SessionKey<Integer> COUNT = SessionKey.of("count", Integer.class);

    private final SessionValues values = new SessionValues(new Codecs(List.of()));

    @Test
    void logsTextOfUserOnOneLine() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            assertEquals(Optional.empty(), values.read(COUNT, "1\n[main] INFO forged"));

            String text = log.await("count");

            assertTrue(text.contains("1\\u000a[main] INFO forged"), text);
            assertFalse(text.contains("\n[main] INFO forged"), text);
        }
    }

    @Test
    void writesFewLinesForManyRequestsWithTheSameValue() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(Optional.empty(), values.read(COUNT, "one"));
            }

            long lines = log.await("count")
                    .lines()
                    .filter(line -> line.contains("count"))
                    .count();

            assertTrue(lines > 0 && lines < REQUESTS / 10, lines + " lines");
        }
    }
}
