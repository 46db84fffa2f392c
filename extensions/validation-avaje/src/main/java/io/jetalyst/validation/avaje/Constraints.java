package io.jetalyst.validation.avaje;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Finds constraints that are declared on a class. It runs only for classes without an adapter, when the application starts. */
final class Constraints {
    private Constraints() {}

    /** Whether a field of the class, which a component of a record is as well, has a constraint. */
    static boolean areOn(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(Constraints::areOn);
    }

    private static boolean areOn(Field field) {
        return isConstrained(field) || isConstrained(field.getAnnotatedType());
    }

    private static boolean isConstrained(AnnotatedType type) {
        return isConstrained((AnnotatedElement) type)
                || type instanceof AnnotatedParameterizedType generic
                        && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                                .anyMatch(Constraints::isConstrained);
    }

    private static boolean isConstrained(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation == Valid.class || annotation.isAnnotationPresent(Constraint.class));
    }
}
