package io.jetalyst.testkit;

import io.jetalyst.codec.Codecs;

/** JSON as the application reads and writes it. */
final class Json {
    private final Codecs codecs;

    Json(Codecs codecs) {
        this.codecs = codecs;
    }

    byte[] write(Object value) {
        return codecs.jsonWriterFor(value).write(value);
    }

    /**
     * The value, which is an instance of the type or of the sealed type around it.
     *
     * @throws io.jetalyst.codec.MalformedBodyException if the bytes stand for none
     */
    Object read(Class<?> type, byte[] bytes) {
        return codecs.jsonReaderFor(type).read(bytes);
    }
}
