package io.jetalyst.json.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads a value that is neither an object nor an array by the rules of all codecs. If an annotation of Jackson changes the form of a member, the
 * deserializer of Jackson reads it.
 */
final class LeafDeserializer extends StdDeserializer<Object> {
    private final Leaf leaf;
    private final ValueDeserializer<?> replaced;

    LeafDeserializer(Class<?> type, Leaf leaf, ValueDeserializer<?> replaced) {
        super(type);
        this.leaf = leaf;
        this.replaced = replaced;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JsonFormat.Value format = findFormatOverrides(context, property, _valueClass);
        return format == null || format.equals(JsonFormat.Value.empty())
                ? this
                : new CheckedDeserializer(replaced.createContextual(context, property), null, null);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        @Nullable Object value = leaf.read(TrackingParser.of(parser, context));
        boolean substituted = value == null && _valueClass.isEnum() && _valueClass.getEnumConstants().length > 0;
        return substituted ? _valueClass.getEnumConstants()[0] : value; // a set of enums accepts no null
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        if (_valueClass.isPrimitive()) {
            TrackingParser.body(context).faults.addNull();
        }
        return getAbsentValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return leaf.absent();
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.OtherScalar;
    }
}
