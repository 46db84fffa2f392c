package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.contract.codec.Library.Closed;
import io.jetalyst.contract.codec.Library.Color;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Item;
import io.jetalyst.contract.codec.Library.Joined;
import io.jetalyst.contract.codec.Library.Order;
import io.jetalyst.contract.codec.Library.Page;
import io.jetalyst.contract.codec.Library.Values;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The values that a codec reads and writes. */
public interface ValueContract extends Coding {
    @Test
    default void handlesJsonAndItsRelatives() {
        assertTrue(codec().handles("application/json"));
        assertTrue(codec().handles("application/problem+json"));
        assertFalse(codec().handles("text/html"));
        assertFalse(codec().name().isBlank());
    }

    @Test
    default void readsItsOwnOutput() {
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
    default void writesEmptyMembersByOption() {
        Order order = new Order("a", List.of(), Optional.empty(), null, 1, Color.GREEN);
        BodyCodec complete = codec().with(JsonOptions.DEFAULT.withWriteNull(true));

        assertEquals("{\"id\":\"a\",\"items\":[],\"size\":1,\"color\":\"GREEN\"}", write(Order.class, order));
        assertEquals(
                "{\"id\":\"a\",\"items\":[],\"note\":null,\"remark\":null,\"size\":1,\"color\":\"GREEN\"}",
                new String(complete.writer(Order.class).write(order), UTF_8));
    }

    @Test
    default void readsAndWritesGenericTypes() {
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
    default void readsSurroundingSpaceAndBareValues() {
        assertEquals(12, this.<Integer>read(Integer.class, " \r\n\t12 "));
        assertEquals("a", this.<String>read(String.class, "\"a\""));
        assertEquals(List.of(), read(Types.of(List.class, Item.class), "[]"));
    }

    @Test
    default void readsLongStrings() {
        String text = "ö\n".repeat(200_000);
        assertEquals(new Joined(text), roundTrip(Event.class, new Joined(text)));
    }

    @Test
    default void readsAndWritesRecordsWithoutComponents() {
        assertEquals("{}", write(Closed.class, new Closed()));
        assertEquals(new Closed(), read(Closed.class, "{\"x\":1}"));
    }

    @Test
    default void readsEscapedNamesOfMembers() {
        assertEquals(new Item("a", 1), read(Item.class, "{\"n\\u0061me\":\"a\",\"c\\u006funt\":1}"));
    }

    @Test
    default void readsDecimalsThatAreStrings() {
        assertEquals(new BigDecimal("12.50"), this.<BigDecimal>read(BigDecimal.class, "\"12.50\""));
    }

    @Test
    default void refusesTypesThatItDoesNotKnow() {
        assertThrows(UnsupportedTypeException.class, () -> codec().reader(Thread.class));
        assertThrows(UnsupportedTypeException.class, () -> codec().reader(Types.of(List.class, Thread.class)));
    }
}
