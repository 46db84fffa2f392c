package io.jetalyst.testkit;

import io.jetalyst.codec.Codecs;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON with the codecs of the application. */
final class Json {
    private final Codecs codecs;

    Json(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Writes a value as {@link io.jetalyst.http.Response#json} does: also a collection or a map, each value in it with its discriminator. */
    byte[] write(Object value) {
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
