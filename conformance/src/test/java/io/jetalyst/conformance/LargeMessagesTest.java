package io.jetalyst.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Group 9 of the suite: messages of up to 16 MiB, in one frame, in fragments and in chops, and 1,000 messages in a row. Whole
 * messages have 64 KiB at most, and the endpoint asks for no more; so only the endpoint that takes parts is judged. It takes
 * minutes, which Python spends on masks: it runs in the profile {@code long}.
 */
@Tag("long")
class LargeMessagesTest {
    /** These send 4 MiB in 4,096 fragments and more. A message of more than 1,024 frames is refused with 1008. */
    private static final List<String> TOO_MANY_FRAMES = List.of("9.3.1", "9.3.2", "9.3.3", "9.4.1", "9.4.2", "9.4.3");

    private static final int CASES = 54 - TOO_MANY_FRAMES.size();

    @Test
    void largeMessagesComeBack() throws IOException {
        FuzzingClient client = FuzzingClient.reportingTo("large-messages");
        Verdict verdict = Verdict.of(client, List.of("parts"), List.of("9.*"), TOO_MANY_FRAMES);
        System.out.println(verdict.summary());
        assertEquals("", verdict.departures());
        assertEquals(CASES, verdict.results().size(), "results");
    }
}
