package io.jetalyst.testkit;

import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.UnsupportedTypeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * JSON as the application reads and writes it. A value that belongs to a sealed type goes as that type, if a codec
 * knows it: the discriminator is part of the type's JSON, not of its member's.
 */
final class Json {
    private final Codecs codecs;

    Json(Codecs codecs) {
        this.codecs = codecs;
    }

    byte[] write(Object value) {
        return known(value.getClass(), type -> codecs.<Object>jsonWriter(type)).write(value);
    }

    /**
     * The value, which is an instance of the type or of the sealed type around it.
     *
     * @throws io.jetalyst.codec.MalformedBodyException if the bytes stand for none
     */
    Object read(Class<?> type, byte[] bytes) {
        return known(type, wider -> codecs.<Object>jsonReader(wider)).read(bytes);
    }

    /** What a codec has for the widest of the types it knows. */
    private static <C> C known(Class<?> type, Function<Class<?>, C> codec) {
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
}
