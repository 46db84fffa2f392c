package io.jetalyst.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The messages of failed waits. */
class TranscriptTest {
    private static final Duration LIMIT = Duration.ofMillis(20);

    private final Transcript transcript = new Transcript("/chat/lobby");

    private Message take(String wanted) {
        return transcript.take(wanted, LIMIT, System.nanoTime() + LIMIT.toNanos());
    }

    private String failure(String wanted) {
        return assertThrows(AssertionError.class, () -> take(wanted)).getMessage();
    }

    @Test
    void reportsThatNothingWasReceived() {
        assertEquals("""
                /chat/lobby: waited 20 ms for Said, which did not arrive.
                Received: nothing
                The socket is open.""", failure("Said"));
    }

    @Test
    void listsReceivedMessages() {
        transcript.add(new Message.Text("{\"type\":\"welcome\"}"));
        transcript.add(new Message.Binary(new byte[] {0, 1, -1}));
        transcript.add(new Message.Binary(new byte[100]));
        take("any");
        take("any");
        take("any");
        transcript.end(new Closed(1008, "Too fast."), null);
        assertEquals("""
                /chat/lobby: the socket is closed, but the test waits for Said.
                Received:
                  1 (read)   {"type":"welcome"}
                  2 (read)   binary, 3 bytes: 00 01 ff
                  3 (read)   binary, 100 bytes: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 …
                The socket was closed with 1008, "Too fast.".""", failure("Said"));
    }

    @Test
    void shortensLongMessagesAndLongTranscripts() {
        for (int i = 1; i <= 25; i++) {
            transcript.add(new Message.Text(i + "x".repeat(1000)));
        }
        String text = transcript.failure("enough").getMessage();
        assertTrue(text.contains("\n  … 5 more\n  6 (unread) 6xx"), text);
        assertTrue(text.contains("x… (1002 characters)\nThe socket"), text);
        assertTrue(text.length() < 21 * 350, text);
    }

    @Test
    void keepsCauseOfNetworkFailure() {
        IOException reset = new IOException("Connection reset");
        transcript.end(new Closed(1006, ""), reset);
        transcript.end(new Closed(1000, ""), null);
        AssertionError failure = assertThrows(AssertionError.class, () -> take("text"));
        assertTrue(failure.getMessage().endsWith("The socket failed: java.io.IOException: Connection reset."));
        assertSame(reset, failure.getCause());
        assertEquals(1006, transcript.closed(LIMIT).code());
    }

    @Test
    void returnsMessagesReceivedBeforeTheClose() {
        transcript.add(new Message.Text("last words"));
        transcript.end(new Closed(1000, ""), null);
        assertEquals(1000, transcript.closed(LIMIT).code());
        assertEquals(new Message.Text("last words"), take("text"));
    }

    @Test
    void failsWhenInterrupted() {
        Thread.currentThread().interrupt();
        String failure = failure("Said");
        assertTrue(Thread.interrupted());
        assertTrue(failure.startsWith("/chat/lobby: the test was interrupted while it waited for Said."), failure);
    }
}
