package io.jetalyst.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The codecs of an application, asked in their order. */
public final class Codecs {
    private static final String JSON = "application/json";

    private final List<BodyCodec> codecs;
    /** By the classes of values that were written. */
    private final Map<Class<?>, BodyWriter<?>> writers = new ConcurrentHashMap<>();

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

    /**
     * A JSON writer of a value: as the widest sealed type that it is a member of and a codec knows, for the discriminator is part of that
     * type's JSON; otherwise as its own class.
     *
     * @throws UnsupportedTypeException if no codec can write any of them
     */
    @SuppressWarnings("unchecked") // what writes a wider type writes the value
    public <T> BodyWriter<T> jsonWriterFor(T value) {
        return (BodyWriter<T>) writers.computeIfAbsent(value.getClass(), type -> widest(type, this::jsonWriter));
    }

    /**
     * A JSON reader of the values of a class, as {@link #jsonWriterFor} writes them; what it reads may be another member of the sealed
     * type.
     *
     * @throws UnsupportedTypeException if no codec can read any of the types
     */
    public BodyReader<?> jsonReaderFor(Class<?> type) {
        return widest(type, this::jsonReader);
    }

    /** What a codec has for the widest of the types it knows. */
    private static <C> C widest(Class<?> type, Function<Class<?>, C> codec) {
        Iterator<Class<?>> widestFirst = lineage(type).iterator();
        while (true) {
            Class<?> wider = widestFirst.next();
            try {
                return codec.apply(wider);
            } catch (UnsupportedTypeException unknown) {
                if (!widestFirst.hasNext()) {
                    throw unknown;
                }
            }
        }
    }

    /** The type itself at the end, before it the sealed types it is a member of. */
    private static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> lineage = new ArrayList<>();
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(Class::isSealed)
                .forEach(wider -> lineage.addAll(lineage(wider)));
        lineage.add(type);
        return lineage;
    }

    private BodyCodec json(Type type) {
        return codecs.stream()
                .filter(codec -> codec.handles(JSON))
                .findFirst()
                .orElseThrow(() -> new UnsupportedTypeException(
                        "There is no JSON codec for " + type.getTypeName()
                                + ". Add the dependency io.jetalyst:jetalyst-json-avaje, or use a String, which is sent as it is.",
                        null));
    }
}
