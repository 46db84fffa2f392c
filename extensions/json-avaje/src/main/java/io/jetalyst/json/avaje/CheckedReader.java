package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one type from unchecked bytes.
 *
 * <p>Every exception of the parser is caused by the bytes, so this class converts it to a {@link MalformedBodyException}. The parser throws
 * various exceptions: an {@code IllegalStateException} for an unknown discriminator, an {@code IndexOutOfBoundsException} for text that ends
 * inside an escape, and whatever the constructor of a record throws.
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
            throw new MalformedBodyException("The JSON is null, but a " + typeName + " is expected.", null);
        }
        return value;
    }

    private @Nullable T parse(byte[] body) {
        try {
            return type.fromJson(body);
        } catch (RuntimeException e) {
            throw new MalformedBodyException("The JSON is not a valid " + typeName + ".", e);
        }
    }
}
