package io.jetalyst.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The codecs of an application, for code that reads and writes JSON by hand. A controller or service takes it as a constructor parameter. Safe
 * for use by several threads.
 *
 * <p>Ask for readers and writers in a constructor, so that a type without JSON stops the start of the application, and no request fails:
 *
 * <pre>{@code
 * ArchiveController(Codecs codecs) {
 *     this.rooms = codecs.jsonReader(Room.class);
 *     this.pages = codecs.jsonWriter(Types.of(Page.class, Room.class));
 * }
 * }</pre>
 *
 * <p>{@link #jsonWriterFor} is for values whose type is known only when they are there; {@link io.jetalyst.http.Response#json} calls it.
 */
public final class Codecs {
    private static final String JSON = "application/json";

    private final List<BodyCodec> codecs;
    /** Writers by the class of the value. */
    private final Map<Class<?>, BodyWriter<?>> writers = new ConcurrentHashMap<>();

    /** @param codecs in the order of preference */
    public Codecs(List<BodyCodec> codecs) {
        this.codecs = List.copyOf(codecs);
    }

    /**
     * Returns a JSON reader for this type.
     *
     * @throws UnsupportedTypeException if there is no JSON codec or it cannot read the type
     */
    public <T> BodyReader<T> jsonReader(Type type) {
        return json(type).reader(type);
    }

    /**
     * Returns a JSON writer for this type.
     *
     * @throws UnsupportedTypeException if there is no JSON codec or it cannot write the type
     */
    public <T> BodyWriter<T> jsonWriter(Type type) {
        return json(type).writer(type);
    }

    /**
     * Returns a JSON writer for this value. A member of a sealed type is written as the widest sealed type that a codec can write, because the
     * JSON of that type contains the discriminator. A collection, a map and an {@code Optional} are written with the writers of the values in
     * them; the keys of the map are strings. Any other value is written as its own class.
     *
     * @throws UnsupportedTypeException if no codec can write any of them, or the value is a bare {@code new Object()}
     */
    @SuppressWarnings("unchecked") // a writer of a wider type can write the value
    public <T> BodyWriter<T> jsonWriterFor(T value) {
        if (value.getClass() == Object.class) { // codecs support Object, as the declared type of members with any value
            throw new UnsupportedTypeException(
                    "An instance of java.lang.Object has no values, so it has no JSON. Use a record with the values to send, or"
                            + " Map.of() for an empty object.",
                    null);
        }
        return value instanceof Collection || value instanceof Map || value instanceof Optional
                ? new ContainerWriter<>(this)
                : (BodyWriter<T>) writers.computeIfAbsent(value.getClass(), type -> widest(type, this::jsonWriter));
    }

    /**
     * Returns a JSON reader for a class that reads the output of {@link #jsonWriterFor}. The value it reads may be another member of the same
     * sealed type.
     *
     * @throws UnsupportedTypeException if no codec can read any of the types
     */
    public BodyReader<?> jsonReaderFor(Class<?> type) {
        return widest(type, this::jsonReader);
    }

    /** Returns the reader or writer of the widest type that a codec supports. */
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

    /** Returns the sealed types that the type is a member of, the widest first, and then the type itself. */
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
                                + ". Add the dependency io.jetalyst:jetalyst-json-avaje or io.jetalyst:jetalyst-json-jackson, or use a"
                                + " String, which is sent as text.",
                        null));
    }
}
