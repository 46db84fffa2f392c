package io.jetalyst.codec;

import java.lang.reflect.Type;
import java.util.List;

/** The codecs of an application, asked in their order. */
public final class Codecs {
    private static final String JSON = "application/json";

    private final List<BodyCodec> codecs;

    public Codecs(List<BodyCodec> codecs) {
        this.codecs = List.copyOf(codecs);
    }

    /**
     * A JSON reader of this type.
     *
     * @throws UnsupportedTypeException if there is no JSON codec or it cannot read the type
     */
    public <T> BodyReader<T> jsonReader(Type type) {
        return json(type).reader(type);
    }

    /**
     * A JSON writer of this type.
     *
     * @throws UnsupportedTypeException if there is no JSON codec or it cannot write the type
     */
    public <T> BodyWriter<T> jsonWriter(Type type) {
        return json(type).writer(type);
    }

    private BodyCodec json(Type type) {
        return codecs.stream()
                .filter(codec -> codec.handles(JSON))
                .findFirst()
                .orElseThrow(() -> new UnsupportedTypeException(
                        "There is no JSON codec for " + type.getTypeName()
                                + ". Add the dependency io.jetalyst:jetalyst-json-avaje, or return a String, a View or a Response.",
                        null));
    }
}
