package io.jetalyst.processor.read;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The compiler of Eclipse knows no position of a record, nor of its components and constructors. This finds the nearest it knows. */
final class RecordPlaces {
    private static final Set<String> IMPLICIT = Set.of("equals", "hashCode", "toString");

    private RecordPlaces() {}

    /** The record without a position that the element is, or is part of. */
    static Optional<TypeElement> recordOf(Element element) {
        Element at = element.getKind() == ElementKind.PARAMETER ? element.getEnclosingElement() : element;
        boolean isField =
                at.getKind() == ElementKind.FIELD && !at.getModifiers().contains(Modifier.STATIC);
        if (isField || at.getKind() == ElementKind.CONSTRUCTOR || at.getKind() == ElementKind.RECORD_COMPONENT) {
            at = at.getEnclosingElement();
        }
        return at instanceof TypeElement type && type.getKind() == ElementKind.RECORD
                ? Optional.of(type)
                : Optional.empty();
    }

    /** A member of the record, or else the class around it, that the compiler knows the position of. */
    static Optional<Element> near(TypeElement type) {
        return written(type)
                .or(() -> type.getEnclosingElement() instanceof TypeElement around
                        ? around.getKind() == ElementKind.RECORD ? near(around) : Optional.of(around)
                        : Optional.empty());
    }

    private static Optional<Element> written(TypeElement type) {
        Set<String> components = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .collect(Collectors.toSet());
        return type.getEnclosedElements().stream()
                .filter(member -> isMethod(member, components) || isConstant(member))
                .findFirst()
                .map(member -> member);
    }

    private static boolean isMethod(Element member, Set<String> components) {
        return member instanceof ExecutableElement method
                && method.getKind() == ElementKind.METHOD
                && !IMPLICIT.contains(method.getSimpleName().toString())
                && !components.contains(method.getSimpleName().toString());
    }

    private static boolean isConstant(Element member) {
        return member.getKind() == ElementKind.FIELD && member.getModifiers().contains(Modifier.STATIC);
    }
}
