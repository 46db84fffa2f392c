package io.jetalyst.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs the Autobahn test suite for RFC 6455: framing, pings, reserved bits and opcodes, fragmentation, UTF-8, closing, and fragments of
 * uneven sizes. {@link LargeMessagesTest} runs group 9. The suite tests both endpoints: the framework assembles the messages of one, and the
 * application those of the other, from parts that must not end inside a character.
 */
@Tag("autobahn")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class AutobahnTest {
    private static final List<String> GROUPS = List.of("1.*", "2.*", "3.*", "4.*", "5.*", "6.*", "7.*", "10.*");
    private static final int CASES = 247;

    @Test
    void passesEveryCaseStrictly() throws IOException {
        List<String> endpoints = List.of("messages", "parts");
        Verdict verdict = Verdict.of(FuzzingClient.reportingTo("protocol"), endpoints, GROUPS);
        System.out.println(verdict.summary());
        assertEquals("", SecondLook.departures(verdict, endpoints));
        assertEquals(endpoints.size() * CASES, verdict.results().size(), "results");
    }
}
