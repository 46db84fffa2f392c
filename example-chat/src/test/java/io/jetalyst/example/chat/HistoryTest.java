package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.example.chat.RoomEvent.Said;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void keepsTheLastFifty() {
        IntStream.rangeClosed(1, 60).forEach(number -> history.add(said(number, "text")));
        assertEquals(
                IntStream.rangeClosed(11, 60).mapToObj(Integer::toString).toList(),
                history.messages().stream().map(Said::id).toList());
    }

    @Test
    void keepsFewerOfLongOnes() {
        IntStream.rangeClosed(1, 60).forEach(number -> history.add(said(number, "x".repeat(2000))));
        assertEquals(24, history.messages().size());
        assertEquals("60", history.messages().get(23).id());
    }

    @Test
    void findsAMessageByItsSenderAndReference() {
        history.add(said(1, "text"));
        assertEquals("1", history.find("ada", "ref-1").orElseThrow().id());
        assertTrue(history.find("bob", "ref-1").isEmpty());
        assertTrue(history.find("ada", "ref-2").isEmpty());
        assertTrue(history.find("ada", "").isEmpty());
    }

    private static Said said(int number, String text) {
        return new Said("" + number, new Person("ada", "Ada"), text, Instant.EPOCH, "ref-" + number);
    }
}
