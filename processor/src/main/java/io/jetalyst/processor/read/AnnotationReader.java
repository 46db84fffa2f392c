package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads the annotations of the vocabulary; others are nobody's business here. */
final class AnnotationReader {
    private static final String VOCABULARY = "io.jetalyst.annotation.";

    /** What the compiler says of a constant that does not exist yet. */
    private static final String UNRESOLVED = "<error>";

    private final TypeRefReader types;
    private final TypeElement reader;

    AnnotationReader(TypeRefReader types, TypeElement reader) {
        this.types = types;
        this.reader = reader;
    }

    List<AnnotationDecl> read(Element element) {
        List<AnnotationDecl> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isNotImported(mirror)) {
                types.missing();
            }
            String type = typeOf(mirror);
            if (type.startsWith(VOCABULARY)) {
                found.add(new AnnotationDecl(
                        type, values(element, mirror), new ElementOrigin(element, mirror, null, reader)));
            }
        }
        return found;
    }

    static boolean has(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> typeOf(mirror).equals(annotation));
    }

    /** Whether an annotation here is one of the vocabulary but for its import. javac 17 hides it, javac 25 does not. */
    static boolean hasNotImported(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(AnnotationReader::isNotImported);
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

    private Map<String, List<ValueDecl>> values(Element element, AnnotationMirror mirror) {
        Map<String, List<ValueDecl>> values = new TreeMap<>();
        mirror.getElementValues().forEach((member, value) -> {
            List<ValueDecl> items = new ArrayList<>();
            if (value.getValue() instanceof List<?> array) {
                array.forEach(item -> items.add(item(element, mirror, (AnnotationValue) item)));
            } else {
                items.add(item(element, mirror, value));
            }
            values.put(member.getSimpleName().toString(), items);
        });
        return values;
    }

    private ValueDecl item(Element element, AnnotationMirror mirror, AnnotationValue value) {
        String text = String.valueOf(value.getValue());
        if (text.equals(UNRESOLVED)) {
            types.missing();
        }
        return new ValueDecl(text, new ElementOrigin(element, mirror, value, reader));
    }
}
