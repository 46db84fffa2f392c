package io.jetalyst.contract.codec;

import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
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
import org.jspecify.annotations.Nullable;

/** The types of the contract, which have no annotation of a JSON library, and their shapes as the processor generates them. */
public final class Library implements JsonTypes {
    /** Called by the service loader. */
    public Library() {}

    /** A colour. */
    public enum Color {
        RED,
        GREEN
    }

    /** A part of an order. */
    public record Item(String name, int count) {
        /** Rejects a negative count. */
        public Item {
            if (count < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    /** A record with members of each presence. */
    public record Order(
            String id,
            List<Item> items,
            Optional<String> note,
            @Nullable String remark,
            int size,
            Color color) {}

    /** Values that are numbers or strings in JSON. */
    public record Values(
            boolean yes,
            short tiny,
            int small,
            long large,
            double real,
            BigDecimal decimal,
            BigInteger integer,
            UUID id,
            Instant at,
            LocalDate day,
            Duration length,
            Color color,
            Optional<Integer> maybe,
            Map<String, List<Item>> items,
            Set<Color> colors) {}

    /** A generic record. */
    public record Page<T>(List<T> items, int total) {}

    /** A sealed type whose kinds share the name of a member, but not its type. */
    public sealed interface Event {}

    /** A kind. */
    public record Joined(String who) implements Event {}

    /** A kind with a member of the same name and another type. */
    public record Present(List<String> who) implements Event {}

    /** A kind that contains the sealed type. */
    public record Group(String name, List<Event> events) implements Event {}

    /** A kind without members. */
    public record Closed() implements Event {}

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Item.class).required("name", "count"),
                JsonShape.record(Order.class)
                        .required("id", "items")
                        .optional("note", "remark")
                        .withDefault("size", "20")
                        .withDefault("color", "\"RED\""),
                JsonShape.record(Values.class)
                        .required(
                                "yes", "tiny", "small", "large", "real", "decimal", "integer", "id", "at", "day",
                                "length", "color")
                        .optional("maybe")
                        .required("items", "colors"),
                JsonShape.record(Page.class).required("items", "total"),
                JsonShape.kinds(Event.class, "type")
                        .kind("joined", Joined.class)
                        .kind("present", Present.class)
                        .kind("group", Group.class)
                        .kind("closed", Closed.class),
                JsonShape.record(Joined.class).required("who"),
                JsonShape.record(Present.class).required("who"),
                JsonShape.record(Group.class).required("name", "events"),
                JsonShape.empty(Closed.class, Closed::new));
    }
}
