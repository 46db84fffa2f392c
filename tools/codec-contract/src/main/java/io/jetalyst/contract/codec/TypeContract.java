package io.jetalyst.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Item;
import io.jetalyst.contract.codec.Library.Order;
import io.jetalyst.support.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values that are not of the type of the body. */
public interface TypeContract extends Coding {
    String ORDER = "{\"id\":\"a\",\"items\":[{\"name\":\"x\",\"count\":1}]}";

    @Test
    default void rejectsValuesOfOtherTypes() {
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
    default void rejectsNullAsBody() {
        assertEquals(1, faults(codec(), Item.class, "null").size());
        assertEquals(1, faults(codec(), Event.class, "null").size());
    }

    @Test
    default void rejectsValuesThatTheConstructorRejects() {
        assertFaults(Item.class, "{\"name\":\"a\",\"count\":-1}", " invalid");
        assertFaults(Order.class, ORDER.replace(":1", ":-1"), "/items/0 invalid");
    }

    @Test
    default void writesNoBareObject() {
        Codecs codecs = new Codecs(List.of(codec()));
        assertThrows(UnsupportedTypeException.class, () -> codecs.jsonWriterFor(new Object()));
    }

    @Test
    default void revealsNeitherClassesNorValues() {
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
                assertTrue(fault.detail().matches("[a-z].*[^.]"), fault.detail());
            }
        }
    }
}
