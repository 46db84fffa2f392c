package io.jetalyst.json.jackson;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonSyntax;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Reads values of one type from unchecked bytes. Every exception of Jackson or of a constructor is caused by the bytes. */
final class CheckedReader<T> implements BodyReader<T> {
    private final ObjectMapper mapper;
    private final JsonOptions options;
    private final ObjectReader reader;

    CheckedReader(ObjectMapper mapper, JsonOptions options, ObjectReader reader) {
        this.mapper = mapper;
        this.options = options;
        this.reader = reader;
    }

    @Override
    public T read(byte[] bytes) {
        JsonSyntax.check(bytes);
        Body body = new Body(mapper, options, bytes);
        @Nullable T value = parse(body);
        if (value == null && body.faults.isEmpty()) {
            body.faults.addNull();
        }
        if (value == null || !body.faults.isEmpty()) {
            throw body.faults.toException();
        }
        return value;
    }

    private @Nullable T parse(Body body) {
        try (TrackingParser parser = TrackingParser.of(body)) {
            return reader.readValue(parser);
        } catch (RuntimeException e) {
            if (body.faults.isEmpty()) {
                body.faults.add(BodyFault.TYPE, Expected.FORM, e);
            }
            return null;
        }
    }
}
