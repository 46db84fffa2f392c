package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonSyntax;
import io.jetalyst.codec.json.StopReading;
import org.jspecify.annotations.Nullable;

/** Reads values of one type from unchecked bytes. Every exception of the parser or of a constructor is caused by the bytes. */
final class CheckedReader<T> implements BodyReader<T> {
    private final Jsonb jsonb;
    private final JsonOptions options;
    private final JsonType<T> type;

    CheckedReader(Jsonb jsonb, JsonOptions options, JsonType<T> type) {
        this.jsonb = jsonb;
        this.options = options;
        this.type = type;
    }

    @Override
    public T read(byte[] body) {
        JsonSyntax.check(body);
        try (TrackingReader reader = new TrackingReader(jsonb, options, body)) {
            @Nullable T value = parse(reader);
            if (value == null && reader.faults().isEmpty()) {
                reader.faults().addNull();
            }
            if (value == null || !reader.faults().isEmpty()) {
                throw reader.faults().toException();
            }
            return value;
        }
    }

    private @Nullable T parse(TrackingReader reader) {
        try {
            return type.fromJson(reader);
        } catch (StopReading e) {
            return null;
        } catch (RuntimeException e) {
            reader.faults().add(BodyFault.TYPE, Expected.FORM, e);
            return null;
        }
    }
}
