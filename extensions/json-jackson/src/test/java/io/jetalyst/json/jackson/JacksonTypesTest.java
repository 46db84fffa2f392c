package io.jetalyst.json.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.contract.codec.Library;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Types that the annotation processor does not know, and those of the annotations and modules of Jackson. */
class JacksonTypesTest {
    private final BodyCodec codec = new JacksonJsonCodec();

    /** A record that no controller names. */
    record Plain(
            String name, Optional<String> note, @Nullable Integer size, List<Plain> parts) {}

    /** A record with names and forms of its own. */
    record Annotated(
            @JsonProperty("full_name") String name,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    /** An enum with names of its own. */
    enum Level {
        @JsonProperty("low")
        LOW,
        @JsonProperty("high")
        HIGH
    }

    /** A class that is no record. */
    static class Bean {
        public String name = "";
    }

    sealed interface Undescribed {}

    record One() implements Undescribed {}

    record Holder(Undescribed value) {}

    record ThreadHolder(List<Map<String, Thread>> threads) {}

    /** A sealed type that annotations of Jackson describe, around one that the annotation processor describes. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Boxed.class, name = "boxed"))
    sealed interface Described {}

    record Boxed(Library.Event event) implements Described {}

    record Money(long cents) {}

    private String write(Type type, Object value) {
        return new String(codec.writer(type).write(value), UTF_8);
    }

    private <T> T read(Type type, String json) {
        return codec.<T>reader(type).read(json.getBytes(UTF_8));
    }

    private List<String> faults(BodyCodec codec, Type type, String json) {
        return assertThrows(
                        MalformedBodyException.class, () -> codec.reader(type).read(json.getBytes(UTF_8)))
                .faults()
                .stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertEquals(
                List.of("jackson"),
                ServiceLoader.load(BodyCodec.class).stream()
                        .map(found -> found.get().name())
                        .toList());
    }

    @Test
    void readsRecordsThatTheProcessorDoesNotKnow() {
        Plain plain = new Plain("a", Optional.empty(), null, List.of());
        assertEquals("{\"name\":\"a\",\"parts\":[]}", write(Plain.class, plain));
        assertEquals(plain, read(Plain.class, "{\"parts\":[],\"name\":\"a\",\"x\":1}"));
        assertEquals(
                List.of("/parts/0/name required", "/parts/0/parts required", "/name required"),
                faults(codec, Plain.class, "{\"parts\":[{}]}"));
    }

    @Test
    void followsAnnotationsOfJackson() {
        Annotated annotated = new Annotated("Ada", LocalDate.of(2026, 11, 28));
        assertEquals("{\"full_name\":\"Ada\",\"day\":\"28.11.2026\"}", write(Annotated.class, annotated));
        assertEquals(annotated, read(Annotated.class, "{\"full_name\":\"Ada\",\"day\":\"28.11.2026\"}"));
        assertEquals(List.of("/day type"), faults(codec, Annotated.class, "{\"full_name\":\"Ada\",\"day\":\"x\"}"));
        assertEquals("\"low\"", write(Level.class, Level.LOW));
        assertEquals(Level.HIGH, read(Level.class, "\"high\""));
        assertEquals(List.of("/0 type"), faults(codec, Types.of(List.class, Level.class), "[\"HIGH\"]"));
    }

    @Test
    void rejectsUnknownMembersOfAnnotatedRecordsByOption() {
        BodyCodec strict = codec.with(JsonOptions.DEFAULT.withRejectUnknown(true));
        assertEquals(
                List.of("/x unknown"),
                faults(strict, Annotated.class, "{\"x\":[1],\"full_name\":\"Ada\",\"day\":\"28.11.2026\"}"));
    }

    @Test
    void readsSealedTypesInsideThoseOfJackson() {
        Boxed boxed = new Boxed(new Library.Joined("Ada"));
        assertEquals(
                "{\"kind\":\"boxed\",\"event\":{\"type\":\"joined\",\"who\":\"Ada\"}}", write(Described.class, boxed));
        assertEquals(
                boxed, read(Described.class, "{\"event\":{\"who\":\"Ada\",\"type\":\"joined\"},\"kind\":\"boxed\"}"));
        assertEquals(
                List.of("/event/who type"),
                faults(codec, Described.class, "{\"event\":{\"who\":1,\"type\":\"joined\"},\"kind\":\"boxed\"}"));
    }

    @Test
    void usesModulesOfJackson() {
        SimpleModule module = new SimpleModule("money");
        module.addSerializer(Money.class, new StdSerializer<>(Money.class) {
            @Override
            public void serialize(Money value, JsonGenerator out, SerializationContext context) {
                out.writeString("EUR " + value.cents());
            }
        });
        module.addDeserializer(Money.class, new StdDeserializer<>(Money.class) {
            @Override
            public Money deserialize(JsonParser in, DeserializationContext context) {
                return new Money(Long.parseLong(in.getString().substring(4)));
            }
        });
        BodyCodec money = new JacksonJsonCodec(mapper -> mapper.addModule(module));
        Type list = Types.of(List.class, Money.class);
        assertEquals("[\"EUR 5\"]", new String(money.writer(list).write(List.of(new Money(5))), UTF_8));
        assertEquals(List.of(new Money(5)), money.reader(list).read("[\"EUR 5\"]".getBytes(UTF_8)));
        assertEquals(List.of("/1 type"), faults(money, list, "[\"EUR 5\",\"EUR x\"]"));
    }

    @Test
    void explainsTypesThatAreNoJson() {
        assertUnsupported(Bean.class, "which is no record");
        assertUnsupported(Thread.class, "There is no JSON for java.lang.Thread");
        assertUnsupported(ThreadHolder.class, "There is no JSON for java.lang.Thread");
        assertUnsupported(Undescribed.class, "has not described the sealed type");
        assertUnsupported(Types.of(List.class, Holder.class), "has not described the sealed type");
    }

    private void assertUnsupported(Type type, String message) {
        for (String failure : List.of(
                String.valueOf(assertThrows(UnsupportedTypeException.class, () -> codec.reader(type))
                        .getMessage()),
                String.valueOf(assertThrows(UnsupportedTypeException.class, () -> codec.writer(type))
                        .getMessage()))) {
            assertTrue(failure.contains(message), failure);
        }
    }

    @Test
    void continuesAfterFaultsOfDeserializers() {
        assertEquals(
                List.of("/a/1 type", "/b/0 type", "/c type"),
                faults(
                        codec,
                        Types.of(Map.class, String.class, int[].class),
                        "{\"a\":[1,\"x\",2],\"b\":[{}],\"c\":1}"));
    }
}
