package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.contract.codec.Library.Color;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Item;
import io.jetalyst.contract.codec.Library.Joined;
import io.jetalyst.contract.codec.Library.Order;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Members that are required, optional, unknown, or have a default value. */
public interface MemberContract extends Coding {
    String ORDER = "{\"id\":\"a\",\"items\":[{\"name\":\"x\",\"count\":1}]}";

    @Test
    default void suppliesAbsentMembersThatAreNotRequired() {
        Order order = read(Order.class, ORDER);
        assertEquals(new Order("a", List.of(new Item("x", 1)), Optional.empty(), null, 20, Color.RED), order);
        Order nulls = read(
                Order.class, ORDER.replace("}]}", "}],\"note\":null,\"remark\":null,\"size\":null,\"color\":null}"));
        assertEquals(order, nulls);
    }

    @Test
    default void rejectsAllMissingMembersTogether() {
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
    default void rejectsNullOfRequiredMembers() {
        assertFaults(Item.class, "{\"name\":null,\"count\":null}", "/name required", "/count required");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":null}", "/items required");
        assertFaults(Order.class, "{\"id\":\"a\",\"items\":[null]}", "/items/0 required");
    }

    @Test
    default void ignoresUnknownMembersByDefault() {
        assertEquals(
                new Item("a", 1),
                read(Item.class, "{\"x\":[{\"deep\":null}],\"name\":\"a\",\"count\":1,\"more\":\"}\"}"));
    }

    @Test
    default void rejectsUnknownMembersByOption() {
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
    default void rejectsObjectsWithTwoMembersOfOneName() {
        for (Type type : List.of(Item.class, Types.of(Map.class, String.class, String.class))) {
            assertFalse(faults(codec(), type, "{\"name\":\"a\",\"count\":1,\"name\":\"b\"}")
                    .isEmpty());
        }
    }
}
