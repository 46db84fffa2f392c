package other;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** A processor of others, which warns when the compiler runs it. */
public abstract class SpeakingProcessor extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!round.processingOver()) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.WARNING, getClass().getSimpleName() + " runs");
        }
        return false;
    }

    /** Supports every annotation. */
    public static final class Everything extends SpeakingProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }
    }

    /** Supports an annotation of Jetalyst. */
    public static final class Routes extends SpeakingProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("io.jetalyst.annotation.Get");
        }
    }

    /** Supports an annotation of the JDK. */
    public static final class Deprecations extends SpeakingProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("java.lang.Deprecated");
        }
    }
}
