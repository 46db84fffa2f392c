package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"lobby", "a", "tea-kitchen_2", "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void roomsHavePlainNames(String name) {
        assertEquals(name, RoomName.of(name).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Lobby",
                "a b",
                "ä",
                "..",
                "a/b",
                "<b>",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void otherRoomsDoNotExist(String name) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> RoomName.of(name));
        assertEquals(Status.NOT_FOUND, problem.status());
    }

    @Test
    void namesAreCleaned() throws Refusal {
        assertEquals("Ada Lovelace", NickName.of("  Ada\u202E \n Lovelace ").text());
        assertEquals("guest", NickName.of(" \u200B ").text());
    }

    @Test
    void longNamesAreRefused() throws Refusal {
        assertEquals("n".repeat(32), NickName.of("n".repeat(32)).text());
        assertThrows(Refusal.class, () -> NickName.of("n".repeat(33)));
        assertThrows(Refusal.class, () -> NickName.of(" ".repeat(1_000_000)));
    }

    @Test
    void aNumberedNameIsNoLongerThanOthers() throws Refusal {
        assertEquals("Ada 2", NickName.of("Ada").numbered(2).text());
        assertEquals(
                "n".repeat(29) + " 10", NickName.of("n".repeat(32)).numbered(10).text());
        assertEquals(
                "n" + "👋".repeat(14) + " 2",
                NickName.of("n" + "👋".repeat(15)).numbered(2).text());
    }

    @Test
    void namesThatLookAlikeAreTheSame() throws Refusal {
        assertEquals(NickName.of("ADA").folded(), NickName.of("ａda").folded());
        assertNotEquals(NickName.of("Ada").folded(), NickName.of("Adam").folded());
    }
}
