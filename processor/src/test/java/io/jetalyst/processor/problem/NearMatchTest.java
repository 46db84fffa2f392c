package io.jetalyst.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {
    @ParameterizedTest
    @CsvSource({
        "room, room, 0",
        "ROOM, room, 0",
        "rom, room, 1",
        "romo, room, 1",
        "rooms, room, 1",
        "raum, room, 2",
        "'', room, 4",
    })
    void countsChanges(String word, String candidate, int distance) {
        assertEquals(distance, NearMatch.distance(word, candidate));
    }

    @Test
    void findsNearest() {
        assertEquals(Optional.of("room"), NearMatch.of("romo", List.of("rope", "room")));
        assertEquals(Optional.empty(), NearMatch.of("page", List.of("room")));
        assertEquals(Optional.empty(), NearMatch.of("a", List.of("b")));
        assertEquals(Optional.of("ID"), NearMatch.of("id", List.of("x", "ID")));
        assertEquals(Optional.empty(), NearMatch.of("id", List.of()));
    }

    @Test
    void choosesFirstByNameOfEquallyNearOnes() {
        assertEquals(Optional.of("roam"), NearMatch.of("roem", List.of("room", "roam")));
    }

    @Test
    void asks() {
        assertEquals("Did you mean \"room\"? ", NearMatch.question("rom", List.of("room")));
        assertEquals("", NearMatch.question("x", List.of("room")));
    }
}
