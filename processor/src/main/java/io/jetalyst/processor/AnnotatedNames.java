package io.jetalyst.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** Finds the annotated types of a round. Only names are kept from round to round: elements grow stale. */
final class AnnotatedNames {
    private AnnotatedNames() {}

    /**
     * The qualified names, sorted: compilers list the classes of a round in orders of their own.
     *
     * @param wanted the names of the annotations
     * @param annotations those of the round
     */
    static Set<String> in(List<String> wanted, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement[] present = annotations.stream()
                .filter(annotation ->
                        wanted.contains(annotation.getQualifiedName().toString()))
                .toArray(TypeElement[]::new);
        Set<String> names = new TreeSet<>();
        if (present.length > 0) {
            round.getElementsAnnotatedWithAny(present)
                    .forEach(element ->
                            names.add(((TypeElement) element).getQualifiedName().toString()));
        }
        return names;
    }
}
