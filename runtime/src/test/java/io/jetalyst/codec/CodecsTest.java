package io.jetalyst.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As which type a value becomes JSON. */
class CodecsTest {
    sealed interface Event permits Said, RoomEvent {}

    record Said() implements Event {}

    sealed interface RoomEvent extends Event permits Left {}

    record Left() implements RoomEvent {}

    record Plain() {}

    /** Writes the name of the type it was asked for, if it is one of those it knows. */
    private record Naming(Set<Type> known) implements BodyCodec {
        @Override
        public boolean handles(String mediaType) {
            return true;
        }

        @Override
        public <T> BodyReader<T> reader(Type type) {
            throw new UnsupportedTypeException("nothing is read", null);
        }

        @Override
        public <T> BodyWriter<T> writer(Type type) {
            if (!known.contains(type)) {
                throw new UnsupportedTypeException("unknown: " + type.getTypeName(), null);
            }
            byte[] name = ((Class<?>) type).getSimpleName().getBytes(StandardCharsets.UTF_8);
            return value -> name;
        }
    }

    private static String written(Object value, Class<?>... known) {
        Codecs codecs = new Codecs(List.of(new Naming(Set.copyOf(Arrays.asList(known)))));
        return new String(codecs.jsonWriterFor(value).write(value), StandardCharsets.UTF_8);
    }

    @Test
    void aMemberOfASealedTypeIsWrittenAsTheWidestThatIsKnown() {
        assertEquals("Event", written(new Left(), Event.class, RoomEvent.class, Left.class));
        assertEquals("RoomEvent", written(new Left(), RoomEvent.class, Left.class));
        assertEquals("Said", written(new Said(), RoomEvent.class, Said.class));
    }

    @Test
    void anythingElseIsWrittenAsItself() {
        assertEquals("Plain", written(new Plain(), Plain.class, Event.class));
        String message = assertThrows(UnsupportedTypeException.class, () -> written(new Plain(), Event.class))
                .getMessage();
        assertEquals("unknown: " + Plain.class.getName(), message);
    }

    @Test
    void rejectsBareObject() {
        for (Object value : List.of(new Object(), List.of(new Object()), Map.of("a", new Object()))) {
            String message = assertThrows(
                            UnsupportedTypeException.class, () -> written(value, Object.class, String.class))
                    .getMessage();
            assertEquals(
                    "An instance of java.lang.Object has no values, so it has no JSON. Use a record with the values to send, or"
                            + " Map.of() for an empty object.",
                    message);
        }
    }
}
