package io.jetalyst.processor;

import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.MessagerReporter;
import io.jetalyst.processor.read.SourceTypes;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The frame of a processor: the options, the types that it has sources of, and the report of each problem once. It claims no annotation. */
abstract class RoundProcessor extends AbstractProcessor {
    private final SourceTypes sources = new SourceTypes();
    private final Set<String> reported = new HashSet<>();
    private final Problems ofOptions = new Problems();
    private Options options = Options.DEFAULT;

    @Override
    public final Set<String> getSupportedOptions() {
        return Set.copyOf(Options.NAMES);
    }

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = Options.of(environment.getOptions(), ofOptions);
    }

    @Override
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        sources.add(round);
        work(annotations, round);
        return false;
    }

    /** Does the work of a round. */
    abstract void work(Set<? extends TypeElement> annotations, RoundEnvironment round);

    final Options options() {
        return options;
    }

    /** The mistakes in the options, which one of the processors reports. */
    final Problems ofOptions() {
        return ofOptions;
    }

    final SourceTypes sources() {
        return sources;
    }

    final Elements elements() {
        return processingEnv.getElementUtils();
    }

    final Types types() {
        return processingEnv.getTypeUtils();
    }

    /** Prints the problems that were not printed before. */
    final void report(Problems problems) {
        new MessagerReporter(processingEnv.getMessager(), sources, options.warnings(), reported).report(problems);
    }
}
