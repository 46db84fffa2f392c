package io.jetalyst.codec;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a collection, a map or an {@code Optional} whose type arguments are not known, each value in it as what it is. */
record ContainerWriter<T>(Codecs codecs) implements BodyWriter<T> {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    @Override
    public byte[] write(T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (value instanceof Map<?, ?> map) {
            object(map, out);
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null), out);
        } else {
            array((Collection<?>) value, out);
        }
        return out.toByteArray();
    }

    private void array(Collection<?> elements, ByteArrayOutputStream out) {
        char before = '[';
        for (Object element : elements) {
            out.write(before);
            value(element, out);
            before = ',';
        }
        end(before, '[', ']', out);
    }

    private void object(Map<?, ?> members, ByteArrayOutputStream out) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new UnsupportedTypeException(
                        "The keys of a map are the names of members, so they must be strings.", null);
            }
            out.write(before);
            value(name, out);
            out.write(':');
            value(member.getValue(), out);
            before = ',';
        }
        end(before, '{', '}', out);
    }

    private static void end(char before, char begin, char end, ByteArrayOutputStream out) {
        if (before == begin) {
            out.write(begin);
        }
        out.write(end);
    }

    private void value(@Nullable Object value, ByteArrayOutputStream out) {
        out.writeBytes(value == null ? NULL : codecs.jsonWriterFor(value).write(value));
    }
}
