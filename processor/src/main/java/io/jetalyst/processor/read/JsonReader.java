package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.JsonDecl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads how avaje-jsonb tells the sub-types of a type apart. It need not be there; the test is in the extension for it. */
final class JsonReader {
    private static final String JSON = "io.avaje.jsonb.Json";
    private static final String SUB_TYPE = JSON + ".SubType";
    private static final String SUB_TYPES = JSON + ".SubTypes";

    private final TypeRefReader typeRefs;
    private final TypeElement type;

    JsonReader(TypeRefReader typeRefs, TypeElement type) {
        this.typeRefs = typeRefs;
        this.type = type;
    }

    /** Empty where the type has no {@code @Json}: then it is nothing that avaje-jsonb reads. */
    Optional<JsonDecl> read() {
        Set<String> subTypes = new TreeSet<>();
        Optional<JsonDecl> found = Optional.empty();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            switch (AnnotationReader.typeOf(mirror)) {
                case JSON -> found = Optional.of(new JsonDecl(Set.of(), new ElementOrigin(type, mirror, null, type)));
                case SUB_TYPE -> add(mirror, subTypes);
                case SUB_TYPES -> all(mirror, subTypes);
                default -> {} // somebody else's
            }
        }
        return found.map(json -> new JsonDecl(subTypes, json.origin()));
    }

    /** Several of them stand in one that nobody has written. */
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
