package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"lobby", "a", "tea-kitchen_2", "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void acceptsPlainNamesOfRooms(String name) {
        assertEquals(name, RoomName.of(name).text());
        assertEquals(name, RoomName.meant(name).orElseThrow().text());
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
    void refusesOtherNamesOfRooms(String name) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> RoomName.of(name));
        assertEquals(Status.NOT_FOUND, problem.status());
    }

    @Test
    void knowsWhichRoomIsMeant() {
        assertEquals(Optional.of(new RoomName("lobby")), RoomName.meant("LOBBY"));
        assertEquals(Optional.of(new RoomName("tea-kitchen")), RoomName.meant(" Tea  Kitchen "));
        assertEquals(Optional.empty(), RoomName.meant("K\u00FCche"));
        assertEquals(Optional.empty(), RoomName.meant("../x"));
        assertEquals(Optional.empty(), RoomName.meant(" "));
    }

    @Test
    void cleansNames() throws Refusal {
        assertEquals("Ada Lovelace", NickName.of("  Ada\u202E \n Lovelace ").text());
        assertEquals("guest", NickName.of(" \u200B ").text());
    }

    @Test
    void refusesLongNames() throws Refusal {
        assertEquals("n".repeat(32), NickName.of("n".repeat(32)).text());
        assertThrows(Refusal.class, () -> NickName.of("n".repeat(33)));
        assertThrows(Refusal.class, () -> NickName.of(" ".repeat(1_000_000)));
    }

    @Test
    void keepsANumberedNameAsShortAsOthers() throws Refusal {
        assertEquals("Ada 2", NickName.of("Ada").numbered(2).text());
        assertEquals(
                "n".repeat(29) + " 10", NickName.of("n".repeat(32)).numbered(10).text());
        assertEquals(
                "n" + "👋".repeat(14) + " 2",
                NickName.of("n" + "👋".repeat(15)).numbered(2).text());
    }

    /** Hangul fillers, blank Braille, joiners, variation selectors, marks, private use: alone and together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164",
                "\u2800",
                "\uFFA0",
                "\u115F\u1160",
                "\u200D",
                "\uFE0F",
                "\u034F",
                "\u0301",
                "\uE000",
                "\uFFFF",
                "\uD834\uDD59",
                "\uDB40\uDC41",
                "\u3164 \u2800\u200C \u17B4"
            })
    void callsAMemberWithAnInvisibleNameGuest(String name) throws Refusal {
        assertEquals("guest", NickName.of(name).text());
    }

    /** Each of the two names in a line looks like the other one, or is equal but for case and width. */
    @ParameterizedTest
    @CsvSource({
        "Ada, ADA",
        "Ada, \uFF21da",
        "Ada, A\u200Dda",
        "Ada, Ada\uFE0F",
        "Ada, Ad\u034Fa",
        "Ada, A\u3164da",
        "Ada, \uD835\uDC00da",
        "Ada, Ad\u0251",
        "Ada, \u1D00da",
        "Alice, AIice",
        "Alice, A1ice",
        "Alice, Al\u0131ce",
        "Bob, B0b",
        "Arne, Ame",
        "Svva, Swa",
        "O'Neil, O\u2019Neil",
        "Jean-Luc, Jean\u2010Luc",
        // A second dot, also with another mark between.
        "Anja, Anj\u0307a",
        "Ida, i\u0307da",
        "J\u0323o, J\u0323\u0307o",
        "\u0268a, \u0268\u0307a",
        // Blanks: a null notehead, private use, and a space or none.
        "Anja, Anja\uD834\uDD59",
        "Anja, Anja\uE000",
        "Ada Lovelace, AdaLovelace",
        "Gary, Gar\u0263",
        "William, \u026Filliam",
        "Otto, \u1D11tt\u1D11",
        // A whole name in another alphabet: Cyrillic, then Greek.
        "ace, \u0430\u0441\u0435",
        "Caxap, \u0421\u0430\u0445\u0430\u0440",
        "BOP, \u0412\u041E\u0420",
        "jaja, \u0458\u0430\u0458\u0430",
        "oo, \u05E1\u05E1",
        "NINA, \u039D\u0399\u039D\u0391",
        // Two scripts that Japanese uses together.
        "\u529B, \u30AB",
    })
    void findsThatNamesLookAlike(String one, String other) throws Refusal {
        assertTrue(lookAlike(NickName.of(one), NickName.of(other)));
        assertTrue(lookAlike(NickName.of(other), NickName.of(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Adam",
        "Ada, Ida",
        "Bob, Rob",
        "Zoe, \u017Boe",
        "Ada 2, Ada 3",
        "\u0418\u0432\u0430\u043D, \u041E\u043B\u044C\u0433\u0430",
        "\u738B, \u674E"
    })
    void findsThatNamesDiffer(String one, String other) throws Refusal {
        assertFalse(lookAlike(NickName.of(one), NickName.of(other)));
    }

    /** Latin with Cyrillic, Greek, Cherokee, Lisu, Armenian or Arabic digits; Deseret alone; Cyrillic with Greek. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0410da",
                "\u0391da",
                "\u13AAda",
                "\uA4EEda",
                "B\u0585b",
                "B\u0665b",
                "\uD801\uDC00",
                "\u0410\u03BD\u0430"
            })
    void refusesNamesThatMixScripts(String name) {
        Refusal refusal = assertThrows(Refusal.class, () -> NickName.of(name));
        assertEquals("A name has letters of one alphabet only. Please choose another one.", refusal.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J\u00FCrgen O'Brien-Smith 3rd",
                "\u041E\u043B\u044C\u0433\u0430 7",
                "\u0391\u03BD\u03BD\u03B1",
                "\u5C71\u7530 \u306F\u306A\u3053 Hanako",
                "\uAE40 Kim",
                "\u05D3\u05D5\u05D3",
                "\u0645\u062D\u0645\u062F \u0665",
                "\u0930\u093E\u092E",
                "\uD83D\uDC69\u200D\uD83D\uDCBB Grace",
                "\u2764\uFE0F",
                "42"
            })
    void keepsTheNamesOfPeople(String name) throws Refusal {
        assertEquals(name, NickName.of(name).text());
    }

    private static boolean lookAlike(NickName one, NickName other) {
        return !Collections.disjoint(one.shape(), other.shape());
    }
}
