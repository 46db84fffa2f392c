package io.jetalyst.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.MalformedBodyException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes with the codec that is tested. */
public interface Coding {
    /** The codec, as an application finds it. */
    BodyCodec codec();

    /** Fails if the faults of this body are others than these, each its pointer and its code. */
    default void assertFaults(Type type, String json, String... expected) {
        assertEquals(List.of(expected), faults(codec(), type, json), json);
    }

    /** Returns the faults of a body, each its pointer and its code. */
    default List<String> faults(BodyCodec codec, Type type, String json) {
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class,
                () -> codec.reader(type).read(json.getBytes(UTF_8)),
                () -> "accepted " + json);
        List<String> faults = new ArrayList<>();
        malformed.faults().forEach(fault -> faults.add(fault.pointer() + " " + fault.code()));
        return faults;
    }

    /** Returns the value of a body. */
    default <T> T read(Type type, String json) {
        return codec().<T>reader(type).read(json.getBytes(UTF_8));
    }

    /** Returns the JSON of a value. */
    default String write(Type type, Object value) {
        return new String(codec().writer(type).write(value), UTF_8);
    }

    /** Returns the value of the JSON of a value. */
    default <T> T roundTrip(Type type, T value) {
        return read(type, write(type, value));
    }
}
