package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Finds annotations that carry {@code @Filtered}, or carry another annotation that does. */
final class FilterCarriers {
    /** How the names of annotations begin that carry none, and are many. */
    private static final List<String> OTHERS = List.of("io.jetalyst.annotation.", "java.", "jakarta.");

    private FilterCarriers() {}

    /** Whether the type of this annotation carries filters. */
    static boolean carries(AnnotationMirror mirror) {
        return carries(mirror, new HashSet<>());
    }

    private static boolean carries(AnnotationMirror mirror, Set<String> seen) {
        if (!mayCarry(mirror) || !seen.add(AnnotationReader.typeOf(mirror))) {
            return false;
        }
        for (AnnotationMirror carried : mirrors(mirror)) {
            if (AnnotationReader.typeOf(carried).equals(Vocabulary.FILTERED) || carries(carried, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this annotation is one of an application, which may carry others. */
    static boolean mayCarry(AnnotationMirror mirror) {
        return !AnnotationReader.startsWithOne(OTHERS, AnnotationReader.typeOf(mirror));
    }

    /** The annotations of the type of an annotation. */
    static List<? extends AnnotationMirror> mirrors(AnnotationMirror annotation) {
        Element type = annotation.getAnnotationType().asElement();
        return type == null ? List.of() : type.getAnnotationMirrors();
    }
}
