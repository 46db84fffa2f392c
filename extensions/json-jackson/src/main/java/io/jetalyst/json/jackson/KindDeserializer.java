package io.jetalyst.json.jackson;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.Expected;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Reads a sealed type with the deserializers of its kinds. The discriminator may be anywhere in the object: a second parser looks for it before
 * the object is read.
 */
final class KindDeserializer extends StdDeserializer<Object> {
    /** The number of bytes in front of discriminators, in one body. */
    private static final int MAX_BUFFERED = 1 << 20;

    private final JsonShape.Kinds shape;
    private final Map<String, ValueDeserializer<?>> kinds = new LinkedHashMap<>();

    KindDeserializer(JsonShape.Kinds shape) {
        super(shape.type());
        this.shape = shape;
    }

    @Override
    public void resolve(DeserializationContext context) {
        shape.kinds()
                .forEach((name, kind) ->
                        kinds.put(name, context.findContextualValueDeserializer(context.constructType(kind), null)));
    }

    @Override
    public boolean isCachable() {
        return true; // kinds may contain the sealed type
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        TrackingParser in = TrackingParser.of(parser, context);
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.faults().addType(Expected.OBJECT);
            in.skipChildren();
            return null;
        }
        if (in.isOriginal()) {
            int start = (int) in.currentTokenLocation().getByteOffset();
            try (JsonParser ahead = in.body().parser(start)) {
                return read(in, find(ahead, in), context);
            }
        }
        TokenBuffer copy = in.copyOfValue(context);
        try (JsonParser ahead = copy.asParser(context);
                JsonParser again = copy.asParser(context)) {
            again.nextToken();
            TrackingParser buffered = TrackingParser.of(again, context);
            return read(buffered, find(ahead, buffered), context);
        }
    }

    /** Returns the deserializer of the kind; {@code null} after a fault. */
    private @Nullable ValueDeserializer<?> find(JsonParser ahead, TrackingParser in) {
        Set<String> names = new HashSet<>();
        ahead.nextToken();
        long start = ahead.currentTokenLocation().getByteOffset();
        for (String name = ahead.nextName(); name != null; name = ahead.nextName()) {
            in.level().at(name);
            if (!names.add(name)) {
                in.level().see(name, in.faults());
                in.level().see(name, in.faults());
            }
            boolean found = name.equals(shape.discriminator());
            if (!found) {
                ahead.nextToken();
                ahead.skipChildren();
            }
            long length = ahead.currentLocation().getByteOffset() - start;
            if ((found ? in.body().buffer(length) : in.body().buffer(0) + length) > MAX_BUFFERED) {
                in.level().at(shape.discriminator());
                throw in.faults().stop(BodyFault.LIMIT, Expected.DISCRIMINATOR_FIRST, null);
            }
            if (found) {
                return named(ahead, in);
            }
        }
        in.level().at(shape.discriminator());
        in.faults().add(BodyFault.REQUIRED, Expected.discriminator(shape), null);
        return null;
    }

    private @Nullable ValueDeserializer<?> named(JsonParser ahead, TrackingParser in) {
        JsonToken token = ahead.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            @Nullable ValueDeserializer<?> kind = kinds.get(ahead.getString());
            if (kind == null) {
                in.faults().add(BodyFault.KIND, Expected.kind(shape), null);
            }
            return kind;
        }
        if (token == JsonToken.VALUE_NULL) {
            in.faults().addNull();
        } else {
            in.faults().addType(Expected.kindName(shape));
        }
        return null;
    }

    private @Nullable Object read(
            TrackingParser in, @Nullable ValueDeserializer<?> kind, DeserializationContext context) {
        if (kind == null) {
            in.skipChildren();
            return null;
        }
        in.level().hide(shape.discriminator());
        return kind.deserialize(in, context);
    }
}
