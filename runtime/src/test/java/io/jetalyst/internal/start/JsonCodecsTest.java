package io.jetalyst.internal.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonCodecsTest {
    private static final BodyCodec ONE = new Named("one");
    private static final BodyCodec TWO = new Named("two");
    private static final Settings NONE = new Settings(List.of());

    /** Writes its name for each value. */
    private record Named(String name) implements BodyCodec {
        @Override
        public boolean handles(String mediaType) {
            return mediaType.equals("application/json");
        }

        @Override
        public <T> BodyReader<T> reader(Type type) {
            throw new UnsupportedTypeException("nothing is read", null);
        }

        @Override
        public <T> BodyWriter<T> writer(Type type) {
            return value -> name.getBytes(UTF_8);
        }
    }

    private static Settings chosen(String name) {
        return new Settings(List.of(
                key -> key.equals("json.codec") ? Optional.of(new Setting(key, name, "test")) : Optional.empty()));
    }

    private static String written(Codecs codecs) {
        return new String(codecs.jsonWriter(String.class).write(""), UTF_8);
    }

    private static String failure(List<BodyCodec> loaded, Settings settings) {
        return String.valueOf(
                assertThrows(StartupException.class, () -> JsonCodecs.of(Optional.empty(), loaded, settings))
                        .getMessage());
    }

    @Test
    void usesTheOnlyCodec() {
        assertEquals("one", written(JsonCodecs.of(Optional.empty(), List.of(ONE), NONE)));
    }

    @Test
    void usesTheBoundCodecBeforeAnyOther() {
        assertEquals("two", written(JsonCodecs.of(Optional.of(TWO), List.of(ONE), NONE)));
        assertEquals("two", written(JsonCodecs.discover(Map.of(BodyCodec.class, TWO), NONE)));
    }

    @Test
    void usesTheCodecOfTheSetting() {
        assertEquals("two", written(JsonCodecs.of(Optional.empty(), List.of(ONE, TWO), chosen("two"))));
    }

    @Test
    void namesAllCodecsIfNoneIsChosen() {
        String failure = failure(List.of(TWO, ONE), NONE);
        for (String part : List.of("one (", "two (", Named.class.getName(), "json.codec=", "bind(BodyCodec.class")) {
            assertTrue(failure.contains(part), failure);
        }
    }

    @Test
    void rejectsTheNameOfNoCodec() {
        assertEquals(
                "json.codec is \"three\", and there is no such JSON codec. There is: one (" + Named.class.getName()
                        + ").",
                failure(List.of(ONE), chosen("three")));
        assertTrue(failure(List.of(), chosen("jackson")).contains("jetalyst-json-jackson"));
    }

    @Test
    void namesBothDependenciesIfThereIsNoCodec() {
        String failure = String.valueOf(assertThrows(
                        UnsupportedTypeException.class,
                        () -> JsonCodecs.of(Optional.empty(), List.of(), NONE).jsonWriter(String.class))
                .getMessage());
        assertTrue(failure.contains("jetalyst-json-avaje"), failure);
        assertTrue(failure.contains("jetalyst-json-jackson"), failure);
    }
}
