package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.socket.Hub.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories drop their oldest messages when they reach the limit for all histories together. */
class HistoryTest {
    private static final Instant BEGIN = Instant.EPOCH;

    private final MemoryBudget budget = new MemoryBudget(30);
    private final History one = new History(budget, BEGIN);
    private final History other = new History(budget, BEGIN);
    private final List<String> dropped = new ArrayList<>();

    private Instant time = BEGIN;

    private void add(History history, String id) {
        time = time.plusSeconds(1);
        history.add(new Message(id, new byte[10], time), 10, message -> dropped.add(message.id()));
    }

    private static List<String> kept(History history) {
        return history.messages().map(Message::id).toList();
    }

    @Test
    void dropsItsOwnOldestMessages() {
        add(one, "a");
        add(one, "b");
        add(other, "c");
        add(other, "d");
        add(one, "e");
        assertEquals(List.of("b", "e"), kept(one));
        assertEquals(List.of("d"), kept(other));
        assertEquals(List.of("c", "a"), dropped);
    }

    @Test
    void isCompleteSinceTheLastMessageThatItDropped() {
        List.of("a", "b", "c").forEach(id -> add(one, id));
        assertEquals(BEGIN, one.completeSince());
        add(one, "d");
        assertEquals(BEGIN.plusSeconds(1), one.completeSince());
        add(other, "e");
        assertEquals(time, other.completeSince());
    }

    @Test
    void storesNothingWhenTheBudgetIsExhausted() {
        List.of("a", "b", "c").forEach(id -> add(one, id));
        add(other, "d");
        assertEquals(List.of(), kept(other));
        assertEquals(List.of("d"), dropped);
        one.clear();
        add(other, "e");
        assertEquals(List.of("e"), kept(other));
    }

    @Test
    void releasesTheBudgetOfDroppedMessages() {
        for (int i = 0; i < 100; i++) {
            add(one, "m" + i);
        }
        one.add(new Message("none", new byte[10], time), 0, message -> {});
        assertEquals(List.of(), kept(one));
        assertTrue(budget.tryReserve(30));
    }
}
