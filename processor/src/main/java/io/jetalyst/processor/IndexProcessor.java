package io.jetalyst.processor;

import com.google.auto.service.AutoService;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.check.Checker;
import io.jetalyst.processor.decl.ModuleDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.ElementReader;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.MessagerReporter;
import io.jetalyst.processor.read.ModuleReader;
import io.jetalyst.processor.read.SourceTypes;
import io.jetalyst.processor.write.IndexWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Lists the tables of a compilation, and tells what is wrong between its controllers. It does all of it in the last round, from
 * all controllers at once (Gradle calls this aggregating); each by itself is for {@link JetalystProcessor}.
 */
@AutoService(Processor.class)
public final class IndexProcessor extends AbstractProcessor {
    private final SourceTypes sources = new SourceTypes();
    private final Set<String> names = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Vocabulary.CONTROLLER);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.INDEX, Options.WARNINGS);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        sources.add(round);
        names.addAll(ControllerNames.in(annotations, round));
        if (round.processingOver()) {
            Options options = Options.of(processingEnv.getOptions(), new Problems());
            Problems problems = new Problems();
            List<Checked<ControllerModel>> controllers = controllers();
            Checker.checkTogether(controllers, problems);
            if (options.index() && !round.errorRaised() && !problems.hasErrors()) {
                modules(controllers, problems);
                index(controllers, problems);
            }
            new MessagerReporter(processingEnv.getMessager(), sources, options.warnings()).report(problems);
        }
        return false;
    }

    /** Those with a table; what keeps the others from one was told when they were compiled. */
    private List<Checked<ControllerModel>> controllers() {
        ElementReader reader = reader();
        List<Checked<ControllerModel>> controllers = new ArrayList<>();
        for (String name : names) {
            reader.read(name)
                    .flatMap(declaration -> Stages.check(declaration, new Problems()))
                    .filter(controller -> !controller.value().routes().isEmpty())
                    .ifPresent(controllers::add);
        }
        return controllers;
    }

    private ElementReader reader() {
        return new ElementReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources);
    }

    private void index(List<Checked<ControllerModel>> controllers, Problems problems) {
        FilerSink sink = new FilerSink(processingEnv.getFiler());
        ElementReader reader = reader();
        String text = IndexWriter.write(
                controllers,
                sink.earlierLines(IndexWriter.FILE),
                controller -> !names.contains(controller) && reader.isController(controller));
        List<Origin> origins = controllers.stream()
                .map(controller -> controller.value().type().origin())
                .toList();
        try {
            sink.resource(IndexWriter.FILE, text, origins);
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    Origin.NOWHERE,
                    "The list of route tables " + IndexWriter.FILE + " cannot be written: " + e.getMessage() + ".",
                    "Remove what else writes this file, or set -Ajetalyst.index=false and mount the tables.");
        }
    }

    /** In a named module only its declaration counts, so it must provide every table. */
    private void modules(List<Checked<ControllerModel>> controllers, Problems problems) {
        ModuleReader reader = new ModuleReader(processingEnv.getElementUtils(), sources);
        Map<String, ModuleDecl> modules = new TreeMap<>();
        Map<String, List<Checked<ControllerModel>>> members = new TreeMap<>();
        for (Checked<ControllerModel> controller : controllers) {
            reader.moduleOf(controller.value().type().name().qualifiedName()).ifPresent(module -> {
                modules.putIfAbsent(module.name(), module);
                members.computeIfAbsent(module.name(), any -> new ArrayList<>()).add(controller);
            });
        }
        modules.forEach((name, module) -> Checker.checkProvided(module, members.get(name), problems));
    }
}
