package io.jetalyst.json.jackson;

import io.jetalyst.codec.JsonShape;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/** Wraps the deserializers of Jackson in those that collect faults. */
final class CheckingModifier extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1;

    private final transient Map<Class<?>, JsonShape> shapes;

    CheckingModifier(Map<Class<?>, JsonShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        if (deserializer instanceof KindDeserializer) {
            return deserializer;
        }
        Class<?> type = description.getBeanClass();
        @Nullable Leaf leaf = Leaf.of(type);
        if (leaf != null) {
            return new LeafDeserializer(type, leaf, deserializer);
        }
        boolean bean = deserializer instanceof BeanDeserializerBase;
        return new CheckedDeserializer(
                deserializer,
                bean && type.isRecord() ? JsonToken.START_OBJECT : null,
                bean ? Shapes.members(type, shapes) : null);
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        @Nullable Leaf leaf = Shapes.hasAnnotations(type.getRawClass()) ? null : Leaf.of(type.getRawClass());
        return leaf == null
                ? new CheckedDeserializer(deserializer, null, null)
                : new LeafDeserializer(type.getRawClass(), leaf, deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        @Nullable Leaf leaf = Leaf.of(type.getRawClass());
        return leaf == null ? array(deserializer) : new LeafDeserializer(type.getRawClass(), leaf, deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return array(deserializer);
    }

    private static ValueDeserializer<?> array(ValueDeserializer<?> deserializer) {
        return new CheckedDeserializer(deserializer, JsonToken.START_ARRAY, null);
    }

    @Override
    public ValueDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new CheckedDeserializer(deserializer, JsonToken.START_OBJECT, null);
    }
}
