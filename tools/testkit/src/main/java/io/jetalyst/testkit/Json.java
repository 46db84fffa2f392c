package io.jetalyst.testkit;

import io.jetalyst.codec.Codecs;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON with the codecs of the application. */
final class Json {
    private final Codecs codecs;

    Json(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Writes a value of a class that the application has a writer for, or a map or a list of such values. */
    byte[] write(Object value) {
        if (value instanceof Map) {
            return codecs.<Object>jsonWriter(Types.of(Map.class, String.class, Object.class))
                    .write(value);
        }
        if (value instanceof List) {
            return codecs.<Object>jsonWriter(Types.of(List.class, Object.class)).write(value);
        }
        return codecs.jsonWriterFor(value).write(value);
    }

    /**
     * Reads a value of the type, or of the sealed type that it is a member of.
     *
     * @throws io.jetalyst.codec.MalformedBodyException if the bytes are not valid JSON of that type
     */
    Object read(Class<?> type, byte[] bytes) {
        return codecs.jsonReaderFor(type).read(bytes);
    }

    /**
     * Reads a value of exactly this type, which may be generic.
     *
     * @throws io.jetalyst.codec.MalformedBodyException if the bytes are not valid JSON of that type
     */
    @Nullable
    Object read(Type type, byte[] bytes) {
        return codecs.<Object>jsonReader(type).read(bytes);
    }
}
