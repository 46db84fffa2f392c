package io.jetalyst.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Group 9 of the suite: messages of up to 16 MiB, in one frame, in fragments and in small writes, and 1,000 messages in a row. It takes
 * minutes, because Python masks slowly, so it runs only in the profile {@code long}.
 */
@Tag("long")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LargeMessagesTest {
    private static final int CASES = 54;

    @Test
    void echoesLargeMessages() throws IOException {
        FuzzingClient client = FuzzingClient.reportingTo("large-messages");
        List<String> endpoints = List.of("messages", "parts");
        Verdict verdict = Verdict.of(client, endpoints, List.of("9.*"));
        System.out.println(verdict.summary());
        assertEquals("", verdict.departures());
        assertEquals(endpoints.size() * CASES, verdict.results().size(), "results");
    }
}
