package io.jetalyst.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.contract.codec.Library.Closed;
import io.jetalyst.contract.codec.Library.Event;
import io.jetalyst.contract.codec.Library.Group;
import io.jetalyst.contract.codec.Library.Joined;
import io.jetalyst.contract.codec.Library.Present;
import io.jetalyst.support.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sealed types, whose JSON has a discriminator. */
public interface KindContract extends Coding {
    @Test
    default void writesTheDiscriminatorFirstAndOnce() {
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
    default void readsTheDiscriminatorAnywhere() {
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
    default void rejectsUnknownKinds() {
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
    default void rejectsMissingMembersOfKinds() {
        assertFaults(Event.class, "{\"type\":\"joined\"}", "/who required");
        assertFaults(Event.class, "{\"who\":[1],\"type\":\"joined\"}", "/who type");
    }
}
