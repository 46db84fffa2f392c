package io.jetalyst.codec;

import java.lang.reflect.Type;

/**
 * Converts values to bytes of a media type, and bytes to values. The application finds codecs with {@link java.util.ServiceLoader}. The JSON
 * codec serves the results of controllers and WebSocket messages.
 *
 * <p>The framework requests readers and writers when the application starts or a socket opens. A type that the codec does not support
 * therefore fails there, and not while a response is written.
 */
public interface BodyCodec {
    /** The name by which the setting {@code json.codec} selects this codec, such as {@code avaje}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Returns this codec with the settings of the application. */
    default BodyCodec with(JsonOptions options) {
        return this;
    }

    /** Whether this codec supports a media type, given without parameters, such as {@code application/json}. */
    boolean handles(String mediaType);

    /**
     * Returns a reader for this type. It is safe for use by several threads.
     *
     * @throws UnsupportedTypeException if the codec cannot read the type; the message says how to fix that
     */
    <T> BodyReader<T> reader(Type type);

    /**
     * Returns a writer for this type. It is safe for use by several threads.
     *
     * @throws UnsupportedTypeException if the codec cannot write the type; the message says how to fix that
     */
    <T> BodyWriter<T> writer(Type type);
}
