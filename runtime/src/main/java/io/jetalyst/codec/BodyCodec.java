package io.jetalyst.codec;

import java.lang.reflect.Type;

/**
 * Turns values into the bytes of one family of media types and back. Found by {@link java.util.ServiceLoader}; one for JSON
 * serves results and WebSocket messages alike.
 *
 * <p>Readers and writers are asked for when the application starts or a socket opens, so a type that the codec cannot handle is
 * an error there and never in the middle of an answer.
 */
public interface BodyCodec {
    /** Whether it handles this media type, given without parameters, such as {@code application/json}. */
    boolean handles(String mediaType);

    /**
     * A reader of this type; safe for use by several threads.
     *
     * @throws UnsupportedTypeException if it cannot read the type; the message says what the developer does about it
     */
    <T> BodyReader<T> reader(Type type);

    /**
     * A writer of this type; safe for use by several threads.
     *
     * @throws UnsupportedTypeException if it cannot write the type; the message says what the developer does about it
     */
    <T> BodyWriter<T> writer(Type type);
}
