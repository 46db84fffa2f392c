package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.JsonShape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a sealed type with the adapters of its kinds. The discriminator may be anywhere in the object; the members in front of
 * it are buffered. It is written first.
 */
final class KindAdapter<T> implements JsonAdapter<T> {
    /** The number of characters in front of discriminators, in one body. */
    static final int MAX_BUFFERED = 1 << 20;

    private final JsonShape.Kinds shape;
    private final Map<String, JsonAdapter<? extends T>> adapters = new LinkedHashMap<>();

    @SuppressWarnings("unchecked") // the kinds are sub-types
    KindAdapter(JsonShape.Kinds shape, Jsonb jsonb) {
        this.shape = shape;
        shape.kinds().forEach((name, kind) -> adapters.put(name, (JsonAdapter<T>) jsonb.adapter(kind)));
    }

    String discriminator() {
        return shape.discriminator();
    }

    JsonShape.Kinds shape() {
        return shape;
    }

    /** Returns the adapter of the kind that the discriminator names. */
    @Nullable
    JsonAdapter<? extends T> named(String name) {
        return adapters.get(name);
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) {
        if (reader instanceof TrackingReader body) {
            return body.objects().kind(this);
        }
        throw new IllegalStateException("a sealed type is read by the codec only");
    }

    @Override
    @SuppressWarnings("unchecked") // the name belongs to the class of the value
    public void toJson(JsonWriter writer, T value) {
        String name = shape.nameOf(value)
                .orElseThrow(() -> new IllegalArgumentException(shape.type().getName() + " was compiled without "
                        + value.getClass().getName()));
        KindWriter out = writer instanceof KindWriter kinds ? kinds : new KindWriter(writer);
        out.discriminate(shape.discriminator(), name);
        ((JsonAdapter<T>) adapters.get(name)).toJson(out, value);
    }
}
