package io.jetalyst.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
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
        Set<String> names = new TreeSet<>();
        for (TypeElement candidate : annotations) {
            if (wanted.contains(candidate.getQualifiedName().toString())) {
                for (Element element : round.getElementsAnnotatedWith(candidate)) {
                    names.add(((TypeElement) element).getQualifiedName().toString());
                }
            }
        }
        return names;
    }
}
