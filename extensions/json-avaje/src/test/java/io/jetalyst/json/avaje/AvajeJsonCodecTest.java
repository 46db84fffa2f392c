package io.jetalyst.json.avaje;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.json.avaje.Shape.Circle;
import io.jetalyst.json.avaje.Shape.Group;
import io.jetalyst.json.avaje.Shape.Rectangle;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvajeJsonCodecTest {
    private final AvajeJsonCodec codec = new AvajeJsonCodec();

    @Test
    void isFoundByTheServiceLoader() {
        List<BodyCodec> found = ServiceLoader.load(BodyCodec.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertInstanceOf(AvajeJsonCodec.class, found.get(0));
        byte[] json = new Codecs(found).<Circle>jsonWriter(Circle.class).write(new Circle(1.5));
        assertEquals("{\"radius\":1.5}", text(json));
    }

    @Test
    void handlesJsonAndItsRelatives() {
        assertTrue(codec.handles("application/json"));
        assertTrue(codec.handles("application/problem+json"));
        assertFalse(codec.handles("text/html"));
    }

    @Test
    void writesTheDiscriminatorOfASealedInterface() {
        BodyWriter<Shape> writer = codec.writer(Shape.class);
        assertEquals("{\"type\":\"rectangle\",\"width\":2,\"height\":3}", text(writer.write(new Rectangle(2, 3))));
    }

    @Test
    void readsItsOwnOutput() {
        Shape shape = new Group("höß 🎈 \"quoted\" \\ \n", List.of(new Circle(0.1), new Group("", List.of())));
        BodyReader<Shape> reader = codec.reader(Shape.class);
        assertEquals(shape, reader.read(codec.<Shape>writer(Shape.class).write(shape)));
    }

    @Test
    void readsAndWritesGenericTypes() {
        Type list = Types.of(List.class, Shape.class);
        List<Shape> shapes = List.of(new Circle(1), new Rectangle(1, 2));
        assertEquals(
                shapes,
                codec.<List<Shape>>reader(list)
                        .read(codec.<List<Shape>>writer(list).write(shapes)));

        Type map = Types.of(Map.class, String.class, Types.of(List.class, Circle.class));
        Map<String, List<Circle>> circles = Map.of("a", List.of(new Circle(2)));
        assertEquals(
                circles,
                codec.<Map<String, List<Circle>>>reader(map)
                        .read(codec.<Map<String, List<Circle>>>writer(map).write(circles)));
    }

    @Test
    void ignoresMembersItDoesNotKnow() {
        assertEquals(new Circle(3), read(Circle.class, "{\"colour\":[{\"deep\":null}],\"radius\":3,\"more\":\"}\"}"));
    }

    @Test
    void readsSurroundingSpaceAndBareValues() {
        assertEquals(new Circle(3), read(Circle.class, " \r\n\t{\"radius\":3} \n"));
        assertEquals(12, this.<Integer>read(Integer.class, " 12 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{}x",
                "[]",
                "12",
                "\"circle\"",
                "not json",
                "{}",
                "{\"type\":null}",
                "{\"type\":\"triangle\"}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"rectangle\",\"width\":-1,\"height\":1}",
                "{\"type\":\"rectangle\",\"width\":null,\"height\":1}",
                "{\"type\":\"rectangle\",\"width\":1.5,\"height\":1}",
                "{\"type\":\"rectangle\",\"width\":\"wide\",\"height\":1}",
                "{\"type\":\"circle\",\"radius\":1",
                "{\"type\":\"circle\",\"radius\":}",
                "{\"type\":\"group\",\"name\":\"open",
                "{\"type\":\"group\",\"name\":\"\\",
                "{\"type\":\"group\",\"name\":\"\\u12",
                "{\"type\":\"group\",\"name\":\"\\q\"}",
                "{\"type\":\"group\",\"members\":{}}",
                "{\"type\":\"group\",\"members\":[12]}",
                "[{\"type\":\"circle\",\"radius\":1}]",
                "{\"type\":\"circle\",\"radius\":1}]",
            })
    void rejectsJsonThatIsNotOfTheType(String json) {
        MalformedBodyException refused = assertThrows(MalformedBodyException.class, () -> read(Shape.class, json));
        assertFalse(String.valueOf(refused.getMessage()).isBlank());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = "{\"type\":\"group\",\"name\":\"x\"}".getBytes(UTF_8);
        body[body.length - 3] = (byte) 0xFF;
        assertThrows(
                MalformedBodyException.class,
                () -> codec.<Shape>reader(Shape.class).read(body));
    }

    @Test
    void limitsNestingDepth() {
        assertEquals(new Circle(1), read(Circle.class, nestedUnknown(63)));
        assertThrows(MalformedBodyException.class, () -> read(Circle.class, nestedUnknown(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"type\":\"group\",\"members\":[", "{\"a\":"})
    void survivesAHundredThousandLevels(String level) {
        String json = level.repeat(100_000);
        assertThrows(MalformedBodyException.class, () -> read(Shape.class, json));
        assertThrows(MalformedBodyException.class, () -> read(Object.class, json));
    }

    @Test
    void ignoresBracketsInsideStrings() {
        Shape group = new Group("[".repeat(1000) + "\\\"{", List.of());
        assertEquals(
                group,
                codec.<Shape>reader(Shape.class)
                        .read(codec.<Shape>writer(Shape.class).write(group)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large", "real", "integer", "decimal"})
    void rejectsHugeExponentsAtOnce(String member) {
        for (String number : List.of("1e999999999", "1e-999999999", "\"1e999999999\"", "1e99999999999999999999")) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                try {
                    read(Numbers.class, "{\"" + member + "\":" + number + "}");
                } catch (MalformedBodyException refused) {
                    assertFalse(String.valueOf(refused.getMessage()).isBlank());
                }
            });
        }
    }

    @Test
    void explainsHowToAddAMissingAdapter() {
        record Unknown(String text) {}
        for (Type type : List.of(Unknown.class, Types.of(List.class, Unknown.class))) {
            UnsupportedTypeException refused = assertThrows(UnsupportedTypeException.class, () -> codec.reader(type));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("Unknown"), message);
            assertTrue(message.contains("@Json"), message);
            assertTrue(message.contains("avaje-jsonb-generator on the annotationProcessorPaths"), message);
            assertThrows(UnsupportedTypeException.class, () -> codec.writer(type));
        }
    }

    private <T> T read(Type type, String json) {
        return codec.<T>reader(type).read(json.getBytes(UTF_8));
    }

    private static String nestedUnknown(int levels) {
        return "{\"unknown\":" + "[".repeat(levels) + "]".repeat(levels) + ",\"radius\":1}";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
