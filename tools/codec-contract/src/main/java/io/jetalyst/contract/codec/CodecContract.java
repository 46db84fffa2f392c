package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.contract.codec.Library.Closed;
import io.jetalyst.contract.codec.Library.Color;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Group;
import io.jetalyst.contract.codec.Library.Item;
import io.jetalyst.contract.codec.Library.Joined;
import io.jetalyst.contract.codec.Library.Order;
import io.jetalyst.contract.codec.Library.Page;
import io.jetalyst.contract.codec.Library.Present;
import io.jetalyst.contract.codec.Library.Values;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of JSON codecs: the JSON that each reads, writes and rejects. A codec's test extends this class. */
public abstract class CodecContract {
    private static final String ORDER = "{\"id\":\"a\",\"items\":[{\"name\":\"x\",\"count\":1}]}";

    /** Called by the test of a codec. */
    protected CodecContract() {}

    /** The codec, as an application finds it. */
    protected abstract BodyCodec codec();

    // ---- values

    @Test
    void handlesJsonAndItsRelatives() {
        assertTrue(codec().handles("application/json"));
        assertTrue(codec().handles("application/problem+json"));
        assertFalse(codec().handles("text/html"));
        assertFalse(codec().name().isBlank());
    }

    @Test
    void readsItsOwnOutput() {
        Values values = new Values(
                true,
                (short) -3,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                0.1,
                new BigDecimal("12.50"),
                new BigInteger("123456789012345678901234567890"),
                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                Instant.parse("2026-11-28T04:00:00.123Z"),
                LocalDate.of(2026, 2, 28),
                Duration.ofSeconds(90),
                Color.GREEN,
                Optional.of(7),
                Map.of("a", List.of(new Item("höß 🎈 \"quoted\" \\ \n \u0000", 1))),
                Set.of(Color.RED));
        assertEquals(values, roundTrip(Values.class, values));
        Order order = new Order("a", List.of(), Optional.empty(), null, 1, Color.GREEN);
        assertEquals(order, roundTrip(Order.class, order));
    }

    @Test
    void writesEmptyMembersByOption() {
        Order order = new Order("a", List.of(), Optional.empty(), null, 1, Color.GREEN);
        BodyCodec complete = codec().with(JsonOptions.DEFAULT.withWriteNull(true));

        assertEquals("{\"id\":\"a\",\"items\":[],\"size\":1,\"color\":\"GREEN\"}", write(Order.class, order));
        assertEquals(
                "{\"id\":\"a\",\"items\":[],\"note\":null,\"remark\":null,\"size\":1,\"color\":\"GREEN\"}",
                new String(complete.writer(Order.class).write(order), UTF_8));
    }

    @Test
    void readsAndWritesGenericTypes() {
        Type page = Types.of(Page.class, Item.class);
        assertEquals(
                "{\"items\":[{\"name\":\"a\",\"count\":1}],\"total\":1}", write(page, page(List.of(new Item("a", 1)))));
        assertEquals(page(List.of(new Item("a", 1))), roundTrip(page, page(List.of(new Item("a", 1)))));
        Type pages = Types.of(Map.class, String.class, Types.of(List.class, Types.of(Page.class, Event.class)));
        Map<String, List<Page<Event>>> events = Map.of("x", List.of(page(List.of(new Joined("Ada"), new Closed()))));
        assertEquals(events, roundTrip(pages, events));
        assertFaults(page, "{\"items\":[{\"name\":\"a\"}]}", "/items/0/count required", "/total required");
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, items.size());
    }

    @Test
    void readsSurroundingSpaceAndBareValues() {
        assertEquals(12, this.<Integer>read(Integer.class, " \r\n\t12 "));
        assertEquals("a", this.<String>read(String.class, "\"a\""));
        assertEquals(List.of(), read(Types.of(List.class, Item.class), "[]"));
    }

    @Test
    void readsLongStrings() {
        String text = "ö\n".repeat(200_000);
        assertEquals(new Joined(text), roundTrip(Event.class, new Joined(text)));
    }

    @Test
    void readsAndWritesRecordsWithoutComponents() {
        assertEquals("{}", write(Closed.class, new Closed()));
        assertEquals(new Closed(), read(Closed.class, "{\"x\":1}"));
    }

    @Test
    void readsEscapedNamesOfMembers() {
        assertEquals(new Item("a", 1), read(Item.class, "{\"n\\u0061me\":\"a\",\"c\\u006funt\":1}"));
    }

    @Test
    void readsDecimalsThatAreStrings() {
        assertEquals(new BigDecimal("12.50"), this.<BigDecimal>read(BigDecimal.class, "\"12.50\""));
    }

    @Test
    void refusesTypesThatItDoesNotKnow() {
        assertThrows(UnsupportedTypeException.class, () -> codec().reader(Thread.class));
        assertThrows(UnsupportedTypeException.class, () -> codec().reader(Types.of(List.class, Thread.class)));
    }

    // ---- members

    @Test
    void suppliesAbsentMembersThatAreNotRequired() {
        Order order = read(Order.class, ORDER);
        assertEquals(new Order("a", List.of(new Item("x", 1)), Optional.empty(), null, 20, Color.RED), order);
        Order nulls = read(
                Order.class, ORDER.replace("}]}", "}],\"note\":null,\"remark\":null,\"size\":null,\"color\":null}"));
        assertEquals(order, nulls);
    }

    @Test
    void rejectsAllMissingMembersTogether() {
        assertFaults(Order.class, "{}", "/id required", "/items required");
        assertFaults(
                Order.class,
                "{\"items\":[{\"name\":\"x\",\"count\":1},{\"count\":1},{}]}",
                "/items/1/name required",
                "/items/2/name required",
                "/items/2/count required",
                "/id required");
    }

    @Test
    void rejectsNullOfRequiredMembers() {
        assertFaults(Item.class, "{\"name\":null,\"count\":null}", "/name required", "/count required");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":null}", "/items required");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":[null]}", "/items/0 required");
    }

    @Test
    void ignoresUnknownMembersByDefault() {
        assertEquals(
                new Item("a", 1),
                read(Item.class, "{\"x\":[{\"deep\":null}],\"name\":\"a\",\"count\":1,\"more\":\"}\"}"));
    }

    @Test
    void rejectsUnknownMembersByOption() {
        BodyCodec strict = codec().with(JsonOptions.DEFAULT.withRejectUnknown(true));
        assertEquals(List.of("/x~1y unknown"), faults(strict, Item.class, "{\"x/y\":1,\"name\":\"a\",\"count\":1}"));
        assertEquals(
                List.of("/items/0/z unknown"),
                faults(strict, Order.class, ORDER.replace("\"count\":1", "\"count\":1,\"z\":{}")));
        assertEquals(
                List.of("/whom unknown"),
                faults(strict, Event.class, "{\"type\":\"joined\",\"who\":\"a\",\"whom\":1}"));
        assertEquals(
                new Joined("a"),
                strict.<Event>reader(Event.class).read("{\"who\":\"a\",\"type\":\"joined\"}".getBytes(UTF_8)));
    }

    @Test
    void rejectsObjectsWithTwoMembersOfOneName() {
        for (Type type : List.of(Item.class, Types.of(Map.class, String.class, String.class))) {
            assertFalse(faults(codec(), type, "{\"name\":\"a\",\"count\":1,\"name\":\"b\"}")
                    .isEmpty());
        }
    }

    // ---- types

    @Test
    void rejectsValuesOfOtherTypes() {
        assertFaults(Item.class, "{\"name\":1,\"count\":1}", "/name type");
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":\"1\"}", "/count type");
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":1.5}", "/count type");
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":3000000000}", "/count type");
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":true}", "/count type");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":{}}", "/items type");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":[1]}", "/items/0 type");
        assertFaults(Order.class, ORDER.replace("}]}", "}],\"color\":\"BLUE\"}"), "/color type");
        assertFaults(Order.class, ORDER.replace("}]}", "}],\"color\":0}"), "/color type");
        assertFaults(Types.of(Map.class, String.class, Integer.class), "{\"a/b\":\"x\"}", "/a~1b type");
        assertFaults(UUID.class, "\"x\"", " type");
        assertFaults(Instant.class, "\"yesterday\"", " type");
        assertFaults(Item.class, "[]", " type");
        assertFaults(Item.class, "12", " type");
        assertFaults(Types.of(List.class, Item.class), "{}", " type");
    }

    @Test
    void rejectsNullAsBody() {
        assertEquals(1, faults(codec(), Item.class, "null").size());
        assertEquals(1, faults(codec(), Event.class, "null").size());
    }

    @Test
    void rejectsValuesThatTheConstructorRejects() {
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":-1}", " invalid");
        assertFaults(Order.class, ORDER.replace(":1", ":-1"), "/items/0 invalid");
    }

    @Test
    void revealsNeitherClassesNorValues() {
        for (String json : List.of(
                "{}",
                "{\"name\":\"secret\",\"count\":-1}",
                "{\"name\":\"a\",\"count\":\"secret\"}",
                "secret",
                "{\"secret")) {
            MalformedBodyException malformed = assertThrows(MalformedBodyException.class, () -> read(Item.class, json));
            for (BodyFault fault : malformed.faults()) {
                assertFalse(fault.detail().contains("secret"), fault.detail());
                assertFalse(fault.detail().contains("Item") || fault.detail().contains("java"), fault.detail());
                assertTrue(fault.detail().endsWith("."), fault.detail());
            }
        }
    }

    // ---- sealed types

    @Test
    void writesTheDiscriminatorFirstAndOnce() {
        assertEquals("{\"type\":\"joined\",\"who\":\"Ada\"}", write(Event.class, new Joined("Ada")));
        assertEquals("{\"type\":\"present\",\"who\":[\"Ada\"]}", write(Event.class, new Present(List.of("Ada"))));
        assertEquals("{\"type\":\"closed\"}", write(Event.class, new Closed()));
        assertEquals(
                "{\"type\":\"group\",\"name\":\"g\",\"events\":[{\"type\":\"closed\"}]}",
                write(Event.class, new Group("g", List.of(new Closed()))));
        assertEquals("[{\"type\":\"closed\"}]", write(Types.of(List.class, Event.class), List.of(new Closed())));
        assertEquals("{\"who\":\"Ada\"}", write(Joined.class, new Joined("Ada")));
    }

    @Test
    void readsTheDiscriminatorAnywhere() {
        Event group = new Group("g", List.of(new Joined("Ada"), new Present(List.of("Bob")), new Group("", List.of())));
        assertEquals(group, roundTrip(Event.class, group));
        assertEquals(
                group,
                read(
                        Event.class,
                        "{\"events\": [{\"who\":\"Ada\",\"type\":\"joined\"} , {\"who\" : [ \"Bob\" ] , \"type\":\"present\"},"
                                + "{\"events\":[],\"name\":\"\",\"type\":\"group\"}],\"type\":\"group\",\"name\":\"g\"}"));
        assertEquals(
                new Joined("Ada"),
                read(Event.class, "{\"x\":12,\"who\":\"Ada\",\"y\":null,\"type\":\"joined\",\"z\":[]}"));
    }

    @Test
    void rejectsUnknownKinds() {
        assertFaults(Event.class, "{\"type\":\"left\",\"who\":\"Ada\"}", "/type kind");
        assertFaults(Event.class, "{\"who\":\"Ada\"}", "/type required");
        assertFaults(Event.class, "{\"type\":1}", "/type type");
        assertFaults(Event.class, "{\"type\":\"java.lang.Runtime\"}", "/type kind");
        assertFaults(
                Event.class,
                "{\"type\":\"group\",\"name\":\"g\",\"events\":[{\"type\":\"closed\"},{\"type\":\"x\"}]}",
                "/events/1/type kind");
        MalformedBodyException malformed =
                assertThrows(MalformedBodyException.class, () -> read(Event.class, "{\"type\":\"left\"}"));
        assertTrue(
                malformed.faults().get(0).detail().contains("joined, present, group, closed"), malformed.getMessage());
    }

    @Test
    void rejectsMissingMembersOfKinds() {
        assertFaults(Event.class, "{\"type\":\"joined\"}", "/who required");
        assertFaults(Event.class, "{\"who\":[1],\"type\":\"joined\"}", "/who type");
    }

    // ---- grammar and limits

    @Test
    void locatesFaultsOfTheGrammar() {
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
    void rejectsBytesThatAreNotUtf8() {
        byte[] body = "{\"name\":\"x\",\"count\":1}".getBytes(UTF_8);
        body[9] = (byte) 0xFF;
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class, () -> codec().reader(Item.class).read(body));
        assertEquals(BodyFault.SYNTAX, malformed.faults().get(0).code());
    }

    @Test
    void limitsNestingDepth() {
        String deep = "{\"x\":" + "[".repeat(63) + "]".repeat(63) + ",\"name\":\"a\",\"count\":1}";
        assertEquals(new Item("a", 1), read(Item.class, deep));
        for (String level : List.of("[", "{\"x\":", "{\"type\":\"group\",\"events\":[")) {
            MalformedBodyException malformed =
                    assertThrows(MalformedBodyException.class, () -> read(Event.class, level.repeat(100_000)));
            assertEquals(BodyFault.LIMIT, malformed.faults().get(0).code(), level);
        }
    }

    @Test
    void rejectsHugeExponentsOfWholeNumbers() {
        for (Type type : List.of(int.class, long.class, BigInteger.class)) {
            assertEquals(1, faults(codec(), type, "1e999999999").size());
            assertEquals(1, faults(codec(), type, "1e-999999999").size());
        }
    }

    // ---- tools

    private void assertFaults(Type type, String json, String... expected) {
        assertEquals(List.of(expected), faults(codec(), type, json), json);
    }

    private static List<String> faults(BodyCodec codec, Type type, String json) {
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class,
                () -> codec.reader(type).read(json.getBytes(UTF_8)),
                () -> "accepted " + json);
        List<String> faults = new ArrayList<>();
        malformed.faults().forEach(fault -> faults.add(fault.pointer() + " " + fault.code()));
        return faults;
    }

    private <T> T read(Type type, String json) {
        return codec().<T>reader(type).read(json.getBytes(UTF_8));
    }

    private String write(Type type, Object value) {
        return new String(codec().writer(type).write(value), UTF_8);
    }

    private <T> T roundTrip(Type type, T value) {
        return read(type, write(type, value));
    }
}
