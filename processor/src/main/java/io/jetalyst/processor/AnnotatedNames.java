package io.jetalyst.processor;

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
     * @param annotation the name of the one that is looked for
     * @param annotations those that are there
     */
    static Set<String> in(String annotation, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> names = new TreeSet<>();
        for (TypeElement candidate : annotations) {
            if (candidate.getQualifiedName().contentEquals(annotation)) {
                for (Element element : round.getElementsAnnotatedWith(candidate)) {
                    names.add(((TypeElement) element).getQualifiedName().toString());
                }
            }
        }
        return names;
    }
}
