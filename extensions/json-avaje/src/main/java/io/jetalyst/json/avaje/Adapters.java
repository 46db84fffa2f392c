package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.json.stream.JsonStream;
import io.avaje.jsonb.AdapterFactory;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import io.avaje.jsonb.spi.JsonbComponent;
import io.avaje.jsonb.spi.JsonbExtension;
import io.jetalyst.codec.JsonShape;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Jsonb} whose adapters enforce the shapes. It collects the generated adapters and wraps them, because avaje-jsonb has no
 * way to obtain the adapter that it would have used otherwise.
 */
final class Adapters implements Jsonb.Builder {
    private final Jsonb.Builder target;
    private final Map<Class<?>, JsonShape> shapes;
    private final List<AdapterFactory> collected = new ArrayList<>();

    private Adapters(Jsonb.Builder target, Map<Class<?>, JsonShape> shapes) {
        this.target = target;
        this.shapes = shapes;
    }

    static Jsonb jsonb(Map<Class<?>, JsonShape> shapes, UnaryOperator<Jsonb.Builder> customizer) {
        Adapters adapters = new Adapters(Jsonb.builder(), shapes);
        customizer.apply(adapters);
        return adapters.build();
    }

    @Override
    public Jsonb build() {
        for (JsonbExtension extension : ServiceLoader.load(JsonbExtension.class)) {
            if (extension instanceof JsonbComponent component) {
                component.register(this);
            }
        }
        target.add((AdapterFactory) this::generated);
        collected.forEach(factory ->
                target.add((AdapterFactory) (type, jsonb) -> shaped(type, factory.create(type, jsonb))));
        target.add(new LeafAdapters());
        return target.build();
    }

    private @Nullable JsonAdapter<?> generated(Type type, Jsonb jsonb) {
        @Nullable JsonShape shape = shapes.get(Types.rawType(type));
        if (shape instanceof JsonShape.Empty empty) {
            return new ShapedAdapter<>(JsonShape.record(empty.type()), new EmptyAdapter(empty).nullSafe());
        }
        return shape instanceof JsonShape.Kinds kinds ? new KindAdapter<>(kinds, jsonb) : null;
    }

    private <T> @Nullable JsonAdapter<?> shaped(Type type, @Nullable JsonAdapter<T> adapter) {
        return adapter != null && shapes.get(Types.rawType(type)) instanceof JsonShape.Members members
                ? new ShapedAdapter<>(members, adapter)
                : adapter;
    }

    @Override
    public <T> Jsonb.Builder add(Type type, JsonAdapter<T> adapter) {
        return add((AdapterFactory) (wanted, jsonb) -> wanted.equals(type) ? adapter : null);
    }

    @Override
    public <T> Jsonb.Builder add(Type type, Supplier<JsonAdapter<T>> adapter) {
        return add((AdapterFactory)
                (wanted, jsonb) -> wanted.equals(type) ? adapter.get().nullSafe() : null);
    }

    @Override
    public Jsonb.Builder add(Type type, Jsonb.AdapterBuilder builder) {
        return add((AdapterFactory)
                (wanted, jsonb) -> wanted.equals(type) ? builder.build(jsonb).nullSafe() : null);
    }

    @Override
    public Jsonb.Builder add(JsonbComponent component) {
        component.register(this);
        return this;
    }

    @Override
    public Jsonb.Builder add(AdapterFactory factory) {
        collected.add(factory);
        return this;
    }

    @Override
    public Jsonb.Builder serializeNulls(boolean serializeNulls) {
        target.serializeNulls(serializeNulls);
        return this;
    }

    @Override
    public Jsonb.Builder serializeEmpty(boolean serializeEmpty) {
        target.serializeEmpty(serializeEmpty);
        return this;
    }

    @Override
    public Jsonb.Builder failOnUnknown(boolean failOnUnknown) {
        throw new IllegalStateException("Set json.unknown-members, which all codecs obey.");
    }

    @Override
    public Jsonb.Builder failOnNullPrimitives(boolean failOnNullPrimitives) {
        return this; // the codec always rejects null for a primitive
    }

    @Override
    public Jsonb.Builder mathTypesAsString(boolean mathTypesAsString) {
        target.mathTypesAsString(mathTypesAsString);
        return this;
    }

    @Override
    public Jsonb.Builder calendarAsString(boolean calendarAsString) {
        target.calendarAsString(calendarAsString);
        return this;
    }

    @Override
    public Jsonb.Builder bufferRecycling(BufferRecycleStrategy strategy) {
        target.bufferRecycling(strategy);
        return this;
    }

    @Override
    public Jsonb.Builder adapter(JsonStream streamAdapter) {
        target.adapter(streamAdapter);
        return this;
    }

    @Override
    public Jsonb.Builder classLoader(ClassLoader classLoader) {
        target.classLoader(classLoader);
        return this;
    }
}
