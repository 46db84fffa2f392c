package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one type from bytes nobody has looked at.
 *
 * <p>Whatever goes wrong below is the fault of the bytes, so it becomes one exception: the parser throws what it happens upon
 * (an unknown discriminator is an {@code IllegalStateException}, text cut inside an escape an {@code IndexOutOfBoundsException}),
 * and the constructor of a record refuses values in its own way.
 */
final class CheckedReader<T> implements BodyReader<T> {
    private final String typeName;
    private final JsonType<T> type;

    CheckedReader(String typeName, JsonType<T> type) {
        this.typeName = typeName;
        this.type = type;
    }

    @Override
    public T read(byte[] body) {
        JsonBounds.check(body);
        @Nullable T value = parse(body);
        if (value == null) {
            throw new MalformedBodyException("The JSON is null where a " + typeName + " is expected.", null);
        }
        return value;
    }

    private @Nullable T parse(byte[] body) {
        try {
            return type.fromJson(body);
        } catch (RuntimeException e) {
            throw new MalformedBodyException("The JSON is no " + typeName + ".", e);
        }
    }
}
