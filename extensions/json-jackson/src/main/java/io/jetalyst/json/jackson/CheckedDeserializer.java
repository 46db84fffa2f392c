package io.jetalyst.json.jackson;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonFaults;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Reads a value with a deserializer of Jackson. If that fails, it adds a fault and continues after the value. */
final class CheckedDeserializer extends DelegatingDeserializer {
    private final @Nullable JsonToken first;
    private final JsonShape.@Nullable Members shape;
    private final @Nullable Set<String> known;

    /**
     * @param first the token that the value starts with; {@code null} if the deserializer accepts several
     * @param shape the members of the object; {@code null} if they are not known
     */
    CheckedDeserializer(
            ValueDeserializer<?> deserializer, @Nullable JsonToken first, JsonShape.@Nullable Members shape) {
        super(deserializer);
        this.first = first;
        this.shape = shape;
        this.known = shape == null || Shapes.hasAnnotations(shape.type()) ? null : known(deserializer, shape);
    }

    /** The names of all members. */
    private static Set<String> known(ValueDeserializer<?> deserializer, JsonShape.Members shape) {
        Set<String> known = new HashSet<>();
        shape.members().forEach(member -> known.add(member.name()));
        deserializer.getKnownPropertyNames().forEach(name -> known.add(String.valueOf(name)));
        return known;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new CheckedDeserializer(deserializer, first, shape);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        TrackingParser in = TrackingParser.of(parser, context);
        boolean ended = in.currentToken() == JsonToken.END_OBJECT;
        // Jackson may have read the start of the object
        boolean inside = ended || in.currentToken() == JsonToken.PROPERTY_NAME;
        if (first != null && !inside && in.currentToken() != first) {
            in.faults().addType(first == JsonToken.START_ARRAY ? Expected.ARRAY : Expected.OBJECT);
            in.skipChildren();
            return null;
        }
        if (shape != null && ended) {
            in.checkEmpty(shape);
        } else if (shape != null) {
            in.level().shape(shape);
            in.level().know(known);
        }
        boolean structure = inside || in.currentToken().isStructStart();
        int depth = in.depth() - (structure && !ended ? 1 : 0);
        int before = in.faults().count();
        try {
            return _delegatee.deserialize(in, context);
        } catch (RuntimeException e) {
            recover(in, e, structure, depth, before);
            return null;
        }
    }

    /** Reads a type that annotations of Jackson describe. Jackson buffers tokens and goes back, so the place is tracked in a copy. */
    @Override
    public @Nullable Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer types) {
        TrackingParser in = TrackingParser.of(parser, context);
        int before = in.faults().count();
        if (!in.currentToken().isStructStart()) {
            try {
                return _delegatee.deserializeWithType(in, context, types);
            } catch (RuntimeException e) {
                recover(in, e, false, in.depth(), before);
                return null;
            }
        }
        TokenBuffer copy = in.copyOfValue(context);
        int depth = in.depth();
        try (JsonParser buffered = copy.asParser(context)) {
            buffered.nextToken();
            return _delegatee.deserializeWithType(buffered, context, types);
        } catch (RuntimeException e) {
            recover(in, e, false, in.depth(), before);
            in.forget(depth);
            return null;
        }
    }

    private static void recover(TrackingParser in, RuntimeException e, boolean structure, int depth, int before) {
        JsonFaults faults = in.faults();
        if (faults.isStopped()) {
            throw e;
        }
        boolean known = faults.count() > before; // the constructor got a substitute
        if (!known && in.depth() == depth && structure) {
            faults.add(BodyFault.INVALID, Expected.VALUES, e);
        } else if (!known) {
            faults.add(BodyFault.TYPE, Expected.FORM, e);
        }
        in.leave(depth);
    }
}
