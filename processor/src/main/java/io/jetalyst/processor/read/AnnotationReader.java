package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads annotations: those of the vocabulary, those of the packages in {@link Vocabulary#FOREIGN}, and those of any package whose
 * type carries one of {@link Vocabulary#META}, or filters. It ignores all others.
 */
final class AnnotationReader {
    private static final String VOCABULARY = "io.jetalyst.annotation.";

    /** The value that the compiler gives to a constant that does not exist yet. */
    private static final String UNRESOLVED = "<error>";

    private final TypeRefReader types;
    private final TypeElement reader;

    AnnotationReader(TypeRefReader types, TypeElement reader) {
        this.types = types;
        this.reader = reader;
    }

    List<AnnotationDecl> read(Element element) {
        return read(element, element);
    }

    /** @param place the element at which problems of the annotations are reported */
    List<AnnotationDecl> read(Element element, Element place) {
        List<AnnotationDecl> found = new ArrayList<>();
        List<AnnotationMirror> carriers = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isNotImported(mirror)) {
                types.missing();
            }
            String type = typeOf(mirror);
            if (type.startsWith(VOCABULARY)) {
                found.add(read(place, mirror, false));
                continue;
            }
            boolean isCarrier = FilterCarriers.carries(mirror);
            if (isCarrier || startsWithOne(Vocabulary.FOREIGN, type) || hasOne(mirror, Vocabulary.META)) {
                boolean isMetadata = isCarrier || hasOne(mirror, List.of(Vocabulary.ROUTE_METADATA));
                found.add(read(place, mirror, isMetadata));
            }
            if (isCarrier) {
                carriers.add(mirror);
            }
        }
        carriers.forEach(carrier -> addCarried(carrier, found));
        return found;
    }

    /** Adds those annotations of an annotation's type that carry filters, too: a filter may read their members. */
    private void addCarried(AnnotationMirror carrier, List<AnnotationDecl> found) {
        for (AnnotationMirror mirror : FilterCarriers.mirrors(carrier)) {
            String type = typeOf(mirror);
            if (FilterCarriers.carries(mirror)
                    && found.stream().noneMatch(other -> other.type().equals(type))) {
                found.add(read(carrier.getAnnotationType().asElement(), mirror, true));
                addCarried(mirror, found);
            }
        }
    }

    /** @param withDefaults whether the values of members that are left to their defaults are read, too, because a table keeps the annotation */
    AnnotationDecl read(Element place, AnnotationMirror mirror, boolean withDefaults) {
        return new AnnotationDecl(
                typeOf(mirror),
                values(place, mirror, withDefaults),
                withDefaults,
                new ElementOrigin(place, mirror, null, reader));
    }

    static boolean startsWithOne(List<String> packages, String type) {
        for (String name : packages) {
            if (type.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the type of this annotation carries one of these annotations. */
    private static boolean hasOne(AnnotationMirror mirror, List<String> meta) {
        Element type = mirror.getAnnotationType().asElement();
        return type != null && hasOne(type, meta);
    }

    static boolean has(Element element, String annotation) {
        return hasOne(element, List.of(annotation));
    }

    /** Whether the element has one of these annotations. */
    static boolean hasOne(Element element, List<String> annotations) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (annotations.contains(typeOf(mirror))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an annotation here is one of the vocabulary but for its import. javac 17 hides it, javac 25 does not. */
    static boolean hasNotImported(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isNotImported(mirror)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNotImported(AnnotationMirror mirror) {
        DeclaredType type = mirror.getAnnotationType();
        return type.getKind() == TypeKind.ERROR
                && type.asElement() != null
                && Vocabulary.has(type.asElement().getSimpleName().toString());
    }

    static String typeOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
    }

    private Map<String, List<ValueDecl>> values(Element element, AnnotationMirror mirror, boolean withDefaults) {
        Map<String, List<ValueDecl>> values = new TreeMap<>();
        if (withDefaults) {
            ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                    .filter(member -> member.getDefaultValue() != null)
                    .forEach(member -> put(member, member.getDefaultValue(), element, mirror, values));
        }
        mirror.getElementValues().forEach((member, value) -> put(member, value, element, mirror, values));
        return values;
    }

    private void put(
            ExecutableElement member,
            AnnotationValue value,
            Element element,
            AnnotationMirror mirror,
            Map<String, List<ValueDecl>> values) {
        List<ValueDecl> items = new ArrayList<>();
        if (value.getValue() instanceof List<?> array) {
            array.forEach(item -> items.add(item(element, mirror, (AnnotationValue) item)));
        } else {
            items.add(item(element, mirror, value));
        }
        values.put(member.getSimpleName().toString(), items);
    }

    private ValueDecl item(Element element, AnnotationMirror mirror, AnnotationValue value) {
        String text = text(value.getValue());
        if (text.equals(UNRESOLVED)) {
            types.missing();
        }
        Optional<TypeRef> type =
                value.getValue() instanceof TypeMirror named ? Optional.of(types.read(named)) : Optional.empty();
        return new ValueDecl(text, type, new ElementOrigin(element, mirror, value, reader));
    }

    /** Compilers print enum constants, classes and annotations in ways of their own. */
    private static String text(Object value) {
        if (value instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (value instanceof AnnotationMirror nested) {
            return typeOf(nested);
        }
        return value instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : String.valueOf(value);
    }
}
