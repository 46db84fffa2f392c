package io.jetalyst.processor;

import com.google.auto.service.AutoService;
import io.jetalyst.processor.read.OtherAnnotations;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims the annotations of Jetalyst, because {@code javac -Xlint:all -Werror} fails where no processor claims an annotation. A
 * claimed annotation is withheld from the processors that follow, so this class claims nothing where another processor would miss
 * something, and it is the last of ours: the file of services lists them by name.
 */
@AutoService(Processor.class)
public final class VocabularyProcessor extends AbstractProcessor {
    private static final String OURS = "io.jetalyst.annotation.";

    /** The annotations that decide the clients of routes. */
    private static final String SECURITY = "jakarta.annotation.security.";

    /** On the classes that we generate. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private OtherProcessors others = new OtherProcessors(Set.of());
    private boolean asked;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(OURS + "*", SECURITY + "*", GENERATED);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (annotations.isEmpty()) {
            return false;
        }
        if (!asked) {
            others = OtherProcessors.beside(getClass());
            asked = true;
        }
        return !others.support(OURS)
                && !others.support(SECURITY)
                && (!others.supportEverything() || OtherAnnotations.in(round, OURS, SECURITY, GENERATED));
    }
}
