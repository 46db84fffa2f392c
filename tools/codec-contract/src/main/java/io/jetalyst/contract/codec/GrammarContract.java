package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Item;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that are no JSON, or exceed a limit. */
public interface GrammarContract extends Coding {
    @Test
    default void locatesFaultsOfTheGrammar() {
        assertPlace(1, 1, "");
        assertPlace(1, 1, "x");
        assertPlace(2, 11, "{\"name\":\n \"ö🎈\", \"a\"}");
        for (String json : List.of(
                " ",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{}x",
                "not json",
                "{\"a\"",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{\"a\":\"open",
                "{\"a\":\"\\",
                "{\"a\":\"\\u12",
                "{\"a\":\"\\q\"}",
                "\"\\ud800\"",
                "\"\\ud800\\n\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{'a':1}",
                "{a:1}",
                "01",
                "1.",
                "-",
                "+1",
                "NaN",
                "tru",
                "\"a\tb\"",
                "{\"unknown\":tru}",
                "{\"unknown\":[1}}",
                "/* */{}",
                "{\"a\":1}//")) {
            MalformedBodyException malformed = assertThrows(
                    MalformedBodyException.class, () -> read(Object.class, json), () -> "accepted " + json);
            BodyFault fault = malformed.faults().get(0);
            assertEquals(BodyFault.SYNTAX, fault.code(), json);
            assertTrue(fault.line() > 0 && fault.column() > 0, json);
        }
    }

    private void assertPlace(int line, int column, String json) {
        BodyFault fault = assertThrows(MalformedBodyException.class, () -> read(Item.class, json))
                .faults()
                .get(0);
        assertEquals(line + ":" + column, fault.line() + ":" + fault.column(), json);
    }

    @Test
    default void saysWhatIsWrongAsPhraseAfterTheBody() {
        assertDetail("The body is empty (line 1, column 1).", "");
        assertDetail("The body ends too early (line 1, column 6).", "{\"a\":");
        assertDetail("The body lacks a comma or a closing brace (line 1, column 9).", "{\"a\": 1 2}");
        assertDetail("The body continues after the end of the JSON (line 1, column 4).", "{} 1");
        assertDetail("The body is nested deeper than 64 levels (line 1, column 65).", "[".repeat(65));
        assertDetail("/name must be a string. /count is missing.", "{\"name\":1}");
        assertDetail("/name is given twice.", "{\"name\":\"a\",\"name\":\"b\"}");
    }

    private void assertDetail(String expected, String json) {
        MalformedBodyException malformed = assertThrows(MalformedBodyException.class, () -> read(Item.class, json));
        assertEquals(expected, malformed.getMessage());
    }

    @Test
    default void rejectsBytesThatAreNotUtf8() {
        byte[] body = "{\"name\":\"x\",\"count\":1}".getBytes(UTF_8);
        body[9] = (byte) 0xFF;
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class, () -> codec().reader(Item.class).read(body));
        assertEquals(BodyFault.SYNTAX, malformed.faults().get(0).code());
    }

    @Test
    default void limitsNestingDepth() {
        String deep = "{\"x\":" + "[".repeat(63) + "]".repeat(63) + ",\"name\":\"a\",\"count\":1}";
        assertEquals(new Item("a", 1), read(Item.class, deep));
        for (String level : List.of("[", "{\"x\":", "{\"type\":\"group\",\"events\":[")) {
            MalformedBodyException malformed =
                    assertThrows(MalformedBodyException.class, () -> read(Event.class, level.repeat(100_000)));
            assertEquals(BodyFault.LIMIT, malformed.faults().get(0).code(), level);
        }
    }

    @Test
    default void rejectsHugeExponentsOfWholeNumbers() {
        for (Type type : List.of(int.class, long.class, BigInteger.class)) {
            assertEquals(1, faults(codec(), type, "1e999999999").size());
            assertEquals(1, faults(codec(), type, "1e-999999999").size());
        }
    }
}
