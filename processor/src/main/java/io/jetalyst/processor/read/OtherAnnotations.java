package io.jetalyst.processor.read;

import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;

/** Finds annotations that are not ours. */
public final class OtherAnnotations {
    private OtherAnnotations() {}

    /**
     * Whether a class of this round, or anything within one, has an annotation of others.
     *
     * @param prefixes how the names of ours begin
     */
    public static boolean in(RoundEnvironment round, String... prefixes) {
        return round.getRootElements().stream().anyMatch(root -> has(root, prefixes));
    }

    private static boolean has(Element element, String... prefixes) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> isOther(mirror, prefixes))
                || element.getEnclosedElements().stream().anyMatch(member -> has(member, prefixes))
                || element instanceof ExecutableElement method
                        && method.getParameters().stream().anyMatch(param -> has(param, prefixes))
                || element instanceof Parameterizable generic && anyTypeParameter(generic, prefixes);
    }

    private static boolean anyTypeParameter(Parameterizable generic, String... prefixes) {
        for (TypeParameterElement parameter : generic.getTypeParameters()) {
            if (has(parameter, prefixes)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(AnnotationMirror mirror, String... prefixes) {
        String name = AnnotationReader.typeOf(mirror);
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
