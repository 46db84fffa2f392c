package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.AdapterFactory;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import io.jetalyst.codec.json.TextForm;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of values that are strings or numbers in JSON. If the text does not have the form of the type, they add a fault and continue. And
 * unlike those of avaje-jsonb, they read {@code null} as an empty {@code Optional}, and reject numbers out of the range of their type.
 */
final class LeafAdapters implements AdapterFactory {
    @Override
    public @Nullable JsonAdapter<?> create(Type type, Jsonb jsonb) {
        if (Types.isGenericTypeOf(type, Optional.class)) {
            return new OptionalOf<>(jsonb.adapter(Types.typeArguments(type)[0]));
        }
        if (!(type instanceof Class<?> leaf)) {
            return null;
        }
        @Nullable TextForm<?> form = TextForm.of(leaf);
        return form == null ? number(leaf) : new Formed<>(form).nullSafe();
    }

    private static @Nullable JsonAdapter<?> number(Class<?> leaf) {
        if (leaf == float.class || leaf == Float.class) {
            return nullSafe(leaf, new Single());
        }
        if (leaf == short.class || leaf == Short.class) {
            return nullSafe(leaf, new Whole(Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return leaf == byte.class || leaf == Byte.class
                ? nullSafe(leaf, new Whole(Byte.MIN_VALUE, Byte.MAX_VALUE))
                : null;
    }

    private static JsonAdapter<?> nullSafe(Class<?> leaf, JsonAdapter<?> adapter) {
        return leaf.isPrimitive() ? adapter : adapter.nullSafe();
    }

    private static ScalarReader scalars(JsonReader reader) {
        return ((TrackingReader) reader).scalars();
    }

    /** A {@code short} or a {@code byte}. */
    private record Whole(int least, int most) implements JsonAdapter<Number> {
        @Override
        public void toJson(JsonWriter writer, Number value) {
            writer.value(value.intValue());
        }

        @Override
        public Number fromJson(JsonReader reader) {
            short value = (short) scalars(reader).whole(least, most);
            if (most == Byte.MAX_VALUE) {
                return (byte) value;
            }
            return value;
        }
    }

    private record Single() implements JsonAdapter<Float> {
        @Override
        public void toJson(JsonWriter writer, Float value) {
            writer.rawValue(value.toString()); // as a double it would have digits that the float does not have
        }

        @Override
        public Float fromJson(JsonReader reader) {
            return scalars(reader).single();
        }
    }

    private record Formed<T>(TextForm<T> form) implements JsonAdapter<T> {
        @Override
        public void toJson(JsonWriter writer, T value) {
            writer.value(form.write(value));
        }

        @Override
        public @Nullable T fromJson(JsonReader reader) {
            return scalars(reader).formed(form);
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
