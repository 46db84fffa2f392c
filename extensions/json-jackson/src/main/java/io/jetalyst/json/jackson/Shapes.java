package io.jetalyst.json.jackson;

import io.jetalyst.codec.JsonShape;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes of records: those that the annotation processor wrote, or what reflection knows of any other record. */
final class Shapes {
    private Shapes() {}

    /** The members of a record; {@code null} if nothing is known about them. */
    static JsonShape.@Nullable Members members(Class<?> type, Map<Class<?>, JsonShape> shapes) {
        @Nullable JsonShape shape = shapes.get(type);
        if (shape instanceof JsonShape.Members members) {
            return members;
        }
        return shape == null && type.isRecord() && !hasAnnotations(type) ? reflected(type) : null;
    }

    private static JsonShape.Members reflected(Class<?> type) {
        JsonShape.Members members = JsonShape.record(type);
        for (RecordComponent component : type.getRecordComponents()) {
            members = isOptional(component)
                    ? members.optional(component.getName())
                    : members.required(component.getName());
        }
        return members;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType().getName().startsWith("java.util.Optional")
                || Stream.of(component, component.getAnnotatedType(), component.getAccessor())
                        .flatMap(place -> Arrays.stream(place.getAnnotations()))
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Whether annotations of Jackson on a class, or in it, say what its JSON is. */
    static boolean hasAnnotations(Class<?> type) {
        return Stream.<AnnotatedElement[]>of(
                        new AnnotatedElement[] {type},
                        type.getDeclaredFields(),
                        type.getDeclaredMethods(),
                        type.getDeclaredConstructors())
                .flatMap(Arrays::stream)
                .anyMatch(Shapes::isAnnotated);
    }

    /** Whether the element has an annotation of Jackson. */
    static boolean isAnnotated(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.startsWith("com.fasterxml.jackson.") || name.startsWith("tools.jackson.")) {
                return true;
            }
        }
        return false;
    }
}
