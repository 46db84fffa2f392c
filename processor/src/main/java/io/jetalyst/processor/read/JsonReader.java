package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.JsonDecl;
import io.jetalyst.processor.decl.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reads how avaje-jsonb distinguishes the sub-types of a type. avaje-jsonb need not be present; its extension has the test. */
final class JsonReader {
    static final String JSON = "io.avaje.jsonb.Json";
    private static final String SUB_TYPE = JSON + ".SubType";
    private static final String SUB_TYPES = JSON + ".SubTypes";
    private static final String IGNORE = JSON + ".Ignore";

    private final TypeRefReader typeRefs;
    private final TypeElement type;

    JsonReader(TypeRefReader typeRefs, TypeElement type) {
        this.typeRefs = typeRefs;
        this.type = type;
    }

    /** Empty if the type has no {@code @Json}, so that avaje-jsonb does not read it. */
    Optional<JsonDecl> read() {
        Set<String> subTypes = new TreeSet<>();
        Optional<JsonDecl> found = Optional.empty();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            switch (AnnotationReader.typeOf(mirror)) {
                case JSON -> found = Optional.of(new JsonDecl(Set.of(), new ElementOrigin(type, mirror, null, type)));
                case SUB_TYPE -> add(mirror, subTypes);
                case SUB_TYPES -> all(mirror, subTypes);
                default -> {} // an annotation of another library
            }
        }
        return found.map(json -> new JsonDecl(subTypes, json.origin()));
    }

    /** The members of a record that are in its JSON, by their names in Java, which are what avaje-jsonb confuses. */
    static SortedMap<String, TypeRef> members(TypeElement type, TypeRefReader typeRefs) {
        SortedMap<String, TypeRef> members = new TreeMap<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (!AnnotationReader.has(annotated(type, component), IGNORE)) {
                members.put(component.getSimpleName().toString(), typeRefs.read(component.asType()));
            }
        }
        return members;
    }

    /** The annotations of a component are those of its field, too. */
    private static Element annotated(TypeElement type, RecordComponentElement component) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(Element.class::cast)
                .findFirst()
                .orElse(component);
    }

    /** Several annotations are in a container that the compiler has added. */
    private void all(AnnotationMirror mirror, Set<String> subTypes) {
        mirror.getElementValues().values().stream()
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .forEach(item -> add((AnnotationMirror) item, subTypes));
    }

    private void add(AnnotationMirror mirror, Set<String> subTypes) {
        mirror.getElementValues().forEach((member, value) -> {
            if (!member.getSimpleName().contentEquals("type")) {
                return;
            }
            if (value.getValue() instanceof DeclaredType named && named.asElement() instanceof TypeElement element) {
                subTypes.add(element.getQualifiedName().toString());
            } else {
                typeRefs.missing();
            }
        });
    }
}
