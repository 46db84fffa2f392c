package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.AdapterFactory;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import io.jetalyst.codec.BodyFault;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of values that are strings or numbers in JSON. If the text does not have the form of the type, they add a fault and continue. And
 * unlike those of avaje-jsonb, they read {@code null} as an empty {@code Optional}, and reject a {@code short} out of its range.
 */
final class LeafAdapters implements AdapterFactory {
    private static final Jsonb BASE = Jsonb.builder().build();

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Jsonb jsonb) {
        if (Types.isGenericTypeOf(type, Optional.class)) {
            return new OptionalOf<>(jsonb.adapter(Types.typeArguments(type)[0]));
        }
        if (!(type instanceof Class<?> leaf)) {
            return null;
        }
        if (leaf == short.class || leaf == byte.class) {
            return whole(leaf);
        }
        if (leaf == Short.class || leaf == Byte.class) {
            return whole(leaf).nullSafe();
        }
        return hasForm(leaf) ? new Formed<>(BASE.adapter(leaf), sentence(leaf)) : null;
    }

    private static boolean hasForm(Class<?> leaf) {
        return leaf == UUID.class
                || leaf == URI.class
                || leaf.isEnum()
                || leaf.getPackageName().equals("java.time") && BASE.hasAdapter(leaf);
    }

    private static String sentence(Class<?> leaf) {
        if (leaf.isEnum()) {
            return "The value is one of: "
                    + Arrays.stream(leaf.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return leaf == UUID.class
                ? "A UUID is expected."
                : leaf == URI.class ? "A URI is expected." : "A date or time in ISO 8601 is expected, or a number.";
    }

    private static JsonAdapter<Number> whole(Class<?> type) {
        boolean octet = type == byte.class || type == Byte.class;
        return new JsonAdapter<>() {
            @Override
            public void toJson(JsonWriter writer, Number value) {
                writer.value(value.intValue());
            }

            @Override
            public Number fromJson(JsonReader reader) {
                if (octet) {
                    return (byte) ((TrackingReader) reader).whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
                }
                return (short) ((TrackingReader) reader).whole(Short.MIN_VALUE, Short.MAX_VALUE);
            }
        };
    }

    private record Formed<T>(JsonAdapter<T> adapter, String sentence) implements JsonAdapter<T> {
        @Override
        public void toJson(JsonWriter writer, T value) {
            adapter.toJson(writer, value);
        }

        @Override
        public @Nullable T fromJson(JsonReader reader) {
            try {
                return adapter.fromJson(reader);
            } catch (Stop e) {
                throw e;
            } catch (RuntimeException e) {
                ((TrackingReader) reader).faults().add(BodyFault.TYPE, sentence, e);
                return null;
            }
        }
    }

    private record OptionalOf<T>(JsonAdapter<T> adapter) implements JsonAdapter<Optional<T>> {
        @Override
        public void toJson(JsonWriter writer, @Nullable Optional<T> value) {
            if (value != null && value.isPresent()) {
                adapter.toJson(writer, value.get());
            } else {
                writer.nullValue();
            }
        }

        @Override
        public Optional<T> fromJson(JsonReader reader) {
            return reader.isNullValue() ? Optional.empty() : Optional.ofNullable(adapter.fromJson(reader));
        }
    }
}
