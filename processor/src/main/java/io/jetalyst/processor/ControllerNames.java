package io.jetalyst.processor;

import io.jetalyst.processor.decl.Vocabulary;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the controllers of a round. Only names are kept from round to round: elements grow stale. */
final class ControllerNames {
    private ControllerNames() {}

    /** The qualified names, sorted: compilers list the classes of a round in orders of their own. */
    static Set<String> in(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> names = new TreeSet<>();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(Vocabulary.CONTROLLER)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    names.add(((TypeElement) element).getQualifiedName().toString());
                }
            }
        }
        return names;
    }
}
