package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Item;
import io.jetalyst.contract.codec.Library.Joined;
import io.jetalyst.contract.codec.Library.Order;
import io.jetalyst.contract.codec.Library.Values;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies that a client sends by mistake or on purpose. Each codec reports exactly the same faults. */
public interface HostileBodyContract extends Coding {
    /** All members of {@link Values}, of which each test replaces one. */
    String VALUES = "{\"yes\":true,\"tiny\":1,\"small\":1,\"large\":1,\"real\":1,\"decimal\":1,\"integer\":1,"
            + "\"id\":\"123e4567-e89b-12d3-a456-426614174000\",\"at\":\"2026-11-28T04:00:00Z\",\"day\":\"2026-02-28\","
            + "\"length\":\"PT1M\",\"color\":\"RED\",\"items\":{},\"colors\":[]}";

    private void assertValue(String member, String json, String... expected) {
        String body =
                VALUES.replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\w+|\\{}|\\[])", "\"" + member + "\":" + json);
        if (expected.length == 0) {
            read(Values.class, body);
        } else {
            assertFaults(Values.class, body, expected);
        }
    }

    private void assertSyntax(byte[] body) {
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class, () -> codec().reader(Item.class).read(body));
        assertEquals(BodyFault.SYNTAX, malformed.faults().get(0).code());
        assertEquals(1, malformed.faults().size());
    }

    @Test
    default void rejectsOtherEncodings() {
        String item = "{\"name\":\"a\",\"count\":1}";
        assertSyntax(item.getBytes(UTF_16));
        assertSyntax(("\uFEFF" + item).getBytes(UTF_8)); // a byte order mark (RFC 8259 §8.1)
        assertSyntax(new byte[0]);
        assertSyntax(new byte[] {0});
        assertSyntax((item + "\0").getBytes(UTF_8));
        assertSyntax("{\"name\":\"\0\",\"count\":1}".getBytes(UTF_8));
        assertSyntax(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}); // an overlong form
        assertSyntax(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}); // half of a surrogate pair
    }

    @Test
    default void rejectsWhatFollowsTheValue() {
        for (String after : List.of("{}", "null", ",", "]", "}", "\"", "1", "#", "\u00A0")) {
            assertSyntax(("{\"name\":\"a\",\"count\":1}" + after).getBytes(UTF_8));
        }
    }

    @Test
    default void rejectsNumbersThatJsonDoesNotHave() {
        for (String number : List.of("NaN", "Infinity", "-Infinity", "0x10", "1_000", ".5", "+1", "1e", "--1", "١")) {
            assertSyntax(("{\"name\":\"a\",\"count\":" + number + "}").getBytes(UTF_8));
        }
    }

    @Test
    default void limitsNumbers() {
        String digits = "9".repeat(1001);
        assertValue("small", digits, "/small limit");
        assertValue("large", "9223372036854775808", "/large type");
        assertValue("large", "-9223372036854775808");
        assertValue("large", "1e18");
        assertValue("tiny", "32768", "/tiny type");
        assertValue("tiny", "-32769", "/tiny type");
        assertValue("small", "1.0");
        assertValue("small", "-0");
        assertValue("real", "1e309", "/real limit");
        assertValue("real", "1e-400");
        assertValue("real", digits, "/real limit");
        assertValue("decimal", "1e1001", "/decimal limit");
        assertValue("decimal", "1e-1001", "/decimal limit");
        assertValue("decimal", "1e99999999999", "/decimal limit");
        assertValue("decimal", digits, "/decimal limit");
        assertValue("integer", "1e999999999", "/integer limit");
        assertValue("integer", "1.5", "/integer type");
        assertValue("integer", "\"1e3\"");
        for (String text : List.of("", " 1", "1 ", "+1", ".5", "1.", "0x1", "NaN", "١", "01", "1e")) {
            assertValue("decimal", "\"" + text + "\"", "/decimal type");
        }
    }

    @Test
    default void rejectsValuesOfTheWrongKind() {
        assertValue("yes", "\"true\"", "/yes type");
        assertValue("yes", "1", "/yes type");
        assertValue("yes", "null", "/yes required");
        assertValue("small", "null", "/small required");
        assertValue("small", "\"\"", "/small type");
        assertValue("small", "[1]", "/small type");
        assertValue("small", "{\"a\":[{}]}", "/small type");
        assertValue("real", "\"NaN\"", "/real type");
        assertValue("id", "\"1-1-1-1-1\"", "/id type");
        assertValue("id", "\"\"", "/id type");
        assertValue("at", "0", "/at type");
        assertValue("at", "\"2026-11-28\"", "/at type");
        assertValue("day", "\"2026-02-30\"", "/day type");
        assertValue("day", "[2026,2,28]", "/day type");
        assertValue("length", "90", "/length type");
        assertValue("color", "\"red\"", "/color type");
        assertValue("color", "1", "/color type");
        assertValue("color", "\"\"", "/color type");
        assertValue("color", "{\"name\":\"RED\"}", "/color type");
        assertValue("items", "[]", "/items type");
        assertValue("items", "{\"a\":[{\"name\":\"x\"}],\"b\":1}", "/items/a/0/count required", "/items/b type");
        assertValue("colors", "\"RED\"", "/colors type");
        assertValue("colors", "[\"x\",\"RED\",1]", "/colors/0 type", "/colors/2 type");
        assertValue("colors", "[\"RED\",null,\"x\"]", "/colors/1 required", "/colors/2 type");
    }

    @Test
    default void rejectsRepeatedMembers() {
        assertFaults(Item.class, "{\"name\":\"a\",\"name\":\"a\",\"count\":1}", "/name duplicate");
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":1,\"n\\u0061me\":\"a\"}", "/name duplicate");
        assertFaults(Item.class, "{\"x\":1,\"x\":1,\"name\":\"a\",\"count\":1}", "/x duplicate");
        assertFaults(Event.class, "{\"type\":\"joined\",\"who\":\"a\",\"type\":\"joined\"}", "/type duplicate");
        assertFaults(Event.class, "{\"who\":\"a\",\"who\":\"b\",\"type\":\"joined\"}", "/who duplicate");
        assertFaults(Types.of(Map.class, String.class, Item.class), "{\"a\":null,\"a\":null}", "/a duplicate");
    }

    @Test
    default void rejectsDiscriminatorsOfOtherTypes() {
        for (String type : List.of("1", "true", "[]", "{}", "[\"joined\"]")) {
            assertFaults(Event.class, "{\"who\":\"a\",\"type\":" + type + "}", "/type type");
        }
        assertFaults(Event.class, "{\"type\":null,\"who\":\"a\"}", "/type required");
        assertFaults(Event.class, "{\"type\":\"\"}", "/type kind");
        assertFaults(Event.class, "{\"type\":\"Joined\",\"who\":\"a\"}", "/type kind");
        assertFaults(Event.class, "{\"Type\":\"joined\",\"who\":\"a\"}", "/type required");
        assertFaults(Event.class, "\"joined\"", " type");
        assertFaults(Event.class, "[\"joined\",{}]", " type");
    }

    @Test
    default void readsLongNamesAndStrings() {
        String name = "n".repeat(16 * 1024);
        assertEquals(new Item("a", 1), read(Item.class, "{\"" + name + "\":1,\"name\":\"a\",\"count\":1}"));
        assertFaults(Item.class, "{\"" + name + "n\":1,\"name\":\"a\",\"count\":1}", "null limit");
        assertFaults(Item.class, "{\"x\":{\"" + "n".repeat(1_000_000) + "\":1}}", "null limit");
        String text = "x".repeat(10_000_000);
        assertEquals(new Item(text, 1), read(Item.class, "{\"name\":\"" + text + "\",\"count\":1}"));
        assertEquals(text, read(String.class, "\"" + text + "\""));
        assertEquals(
                new Joined("a"),
                read(Event.class, "{\"x\":\"" + "x".repeat(900_000) + "\",\"who\":\"a\",\"type\":\"joined\"}"));
        assertFaults(
                Event.class,
                "{\"x\":\"" + "x".repeat(1_100_000) + "\",\"who\":\"a\",\"type\":\"joined\"}",
                "/type limit");
    }

    @Test
    default void readsEveryCharacter() {
        assertEquals("\0\t\u2028\uFFFF🎈/", read(String.class, "\"\\u0000\\t\u2028\\uffff\\ud83c\\udf88\\/\""));
        assertEquals(
                Map.of("", "", "\0", "x"),
                read(Types.of(Map.class, String.class, String.class), "{\"\":\"\",\"\\u0000\":\"x\"}"));
    }

    @Test
    default void listsAtMostAHundredFaults() {
        Type list = Types.of(List.class, Item.class);
        String body = "[" + "{\"name\":1,\"count\":1},".repeat(5000) + "{\"name\":\"a\",\"count\":1}]";
        MalformedBodyException malformed = assertThrows(MalformedBodyException.class, () -> read(list, body));
        assertEquals(100, malformed.faults().size());
        assertEquals("/99/name", malformed.faults().get(99).pointer());
    }

    @Test
    default void readsNumbersExactly() {
        assertEquals(new BigDecimal("0.10"), this.<BigDecimal>read(BigDecimal.class, "0.10"));
        assertEquals(0.1, this.<Double>read(double.class, "0.1"));
        assertEquals(9007199254740993L, this.<Long>read(long.class, "9007199254740993"));
        assertEquals(Double.MIN_VALUE, this.<Double>read(Double.class, "4.9e-324"));
    }

    @Test
    default void namesNoClassInAnyDetail() {
        for (String body : List.of(
                "{\"id\":1,\"items\":[{},{\"name\":{}},1,null,{\"name\":\"a\",\"count\":-1}],\"note\":1,\"size\":\"x\",\"color\":\"x\"}",
                "[]",
                "{\"id\":{\"java.lang.String\":1},\"items\":{\"a\":1}}")) {
            MalformedBodyException malformed =
                    assertThrows(MalformedBodyException.class, () -> read(Order.class, body));
            for (BodyFault fault : malformed.faults()) {
                assertFalse(
                        fault.detail().matches(".*(java|jackson|avaje|jetalyst|Item|Order|Exception|List|String\\b).*"),
                        fault.detail());
            }
        }
    }
}
