package io.jetalyst.json.jackson;

import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.UnsupportedTypeException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.AbstractDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.impl.UnknownSerializer;

/**
 * Checks, before the first request, that Jackson can read or write a type and everything that it is made of. Jackson itself finds the
 * serializers of many types only when it writes them, and reads and writes classes that were never meant to be JSON.
 */
final class TypeCheck {
    private final JsonMapper mapper;
    private final Map<Class<?>, JsonShape> shapes;
    private final Predicate<JavaType> isKnown;
    private final Set<JavaType> checked = new HashSet<>();

    private TypeCheck(JsonMapper mapper, Map<Class<?>, JsonShape> shapes, Predicate<JavaType> isKnown) {
        this.mapper = mapper;
        this.shapes = shapes;
        this.isKnown = isKnown;
    }

    /** @throws UnsupportedTypeException if the mapper cannot read the type */
    static void checkReading(JavaType type, JsonMapper mapper, Map<Class<?>, JsonShape> shapes) {
        new TypeCheck(mapper, shapes, part -> canRead(part, mapper)).check(type);
    }

    /** @throws UnsupportedTypeException if the mapper cannot write the type */
    static void checkWriting(JavaType type, JsonMapper mapper, Map<Class<?>, JsonShape> shapes) {
        new TypeCheck(mapper, shapes, part -> canWrite(part, mapper)).check(type);
    }

    private static boolean canRead(JavaType type, JsonMapper mapper) {
        ValueDeserializer<?> found = mapper._deserializationContext().findRootValueDeserializer(type);
        while (found.getDelegatee() != null) {
            found = found.getDelegatee();
        }
        return !(found instanceof BeanDeserializerBase) && !(found instanceof AbstractDeserializer);
    }

    private static boolean canWrite(JavaType type, JsonMapper mapper) {
        ValueSerializer<?> found = mapper._serializationContext().findValueSerializer(type);
        return !(found instanceof BeanSerializerBase) && !(found instanceof UnknownSerializer);
    }

    private void check(JavaType type) {
        if (!checked.add(type)) {
            return;
        }
        Class<?> raw = type.getRawClass();
        if (type.isContainerType() || type.isReferenceType()) {
            for (JavaType part : type.getBindings().getTypeParameters()) {
                check(part);
            }
            if (type.isArrayType()) {
                check(type.getContentType());
            }
        } else if (raw == Object.class) {
            return;
        } else if (shapes.get(raw) instanceof JsonShape.Kinds kinds) {
            kinds.kinds().values().forEach(kind -> check(mapper.constructType(kind)));
            return;
        } else if (raw.isSealed() && Modifier.isAbstract(raw.getModifiers()) && !Shapes.isAnnotated(raw)) {
            throw new UnsupportedTypeException(Unsupported.sealed(type), null);
        } else if (raw.isRecord()) {
            record(type, raw);
        }
        lookUp(type, raw);
    }

    private void record(JavaType type, Class<?> raw) {
        @Nullable String closed = Unsupported.closed(raw);
        if (closed != null) {
            throw new UnsupportedTypeException(closed, null);
        }
        for (RecordComponent component : raw.getRecordComponents()) {
            check(mapper.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings()));
        }
    }

    private void lookUp(JavaType type, Class<?> raw) {
        boolean known;
        try {
            known = isKnown.test(type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnsupportedTypeException(Unsupported.failed(type, e), e);
        }
        boolean bean = raw.isRecord() || !raw.getName().startsWith("java.") && Shapes.isAnnotated(raw);
        if (!known && !bean) {
            throw new UnsupportedTypeException(Unsupported.unknown(type), null);
        }
    }
}
