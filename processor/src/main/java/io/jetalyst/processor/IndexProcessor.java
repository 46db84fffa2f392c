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
import io.jetalyst.processor.read.ModuleReader;
import io.jetalyst.processor.write.IndexWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Lists the tables of a compilation, and reports conflicts between its controllers. It does all of it in the last round, from
 * all controllers at once (Gradle calls this aggregating); each by itself is for {@link JetalystProcessor}.
 */
@AutoService(Processor.class)
public final class IndexProcessor extends RoundProcessor {
    private final Set<String> names = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.concat(Vocabulary.CLASSES.stream(), Stream.of(Vocabulary.MESSAGES))
                .collect(Collectors.toSet());
    }

    @Override
    void work(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        names.addAll(AnnotatedNames.in(Vocabulary.CLASSES, annotations, round));
        messages.addAll(AnnotatedNames.in(List.of(Vocabulary.MESSAGES), annotations, round));
        if (round.processingOver()) {
            finish(round.errorRaised());
        }
    }

    private void finish(boolean errorRaised) {
        ElementReader reader = new ElementReader(elements(), types(), sources());
        FilerSink sink = new FilerSink(processingEnv.getFiler());
        List<String> kept = IndexWriter.kept(
                sink.earlierLines(IndexWriter.FILE),
                controller -> !names.contains(controller) && reader.isController(controller));
        CheckedControllers known = CheckedControllers.of(elements());
        Problems problems = new Problems();
        List<Checked<ControllerModel>> controllers =
                together(name -> known.find(name).or(() -> check(name, reader)), kept.isEmpty(), problems);
        if (!problems.all().isEmpty()) {
            problems = new Problems(); // their places in the sources are those of this round
            controllers = together(name -> check(name, reader), kept.isEmpty(), problems);
        }
        if (options().index() && !errorRaised && !problems.hasErrors()) {
            List<JsonIndex.Entry> json = JsonIndex.written(names, messages, elements());
            modules(controllers, json, problems);
            jsonIndex(json, reader, sink, problems);
            index(controllers, kept, reader, sink, problems);
        }
        report(problems);
    }

    /**
     * The controllers that have tables.
     *
     * @param complete whether these are all controllers of the application
     * @param problems to which those between controllers are added
     */
    private List<Checked<ControllerModel>> together(
            Function<String, Optional<Checked<ControllerModel>>> controller, boolean complete, Problems problems) {
        List<Optional<Checked<ControllerModel>>> sound =
                names.stream().map(controller).toList();
        List<Checked<ControllerModel>> controllers = sound.stream()
                .flatMap(Optional::stream)
                .filter(found -> !found.value().isEmpty())
                .toList();
        boolean all = complete && sound.stream().allMatch(Optional::isPresent);
        Checker.checkTogether(controllers, all, problems);
        return controllers;
    }

    /** Adds no problem: {@link JetalystProcessor} has reported the problems of each controller. */
    private Optional<Checked<ControllerModel>> check(String name, ElementReader reader) {
        return reader.read(name).flatMap(declaration -> Stages.check(declaration, options(), new Problems()));
    }

    private static void index(
            List<Checked<ControllerModel>> controllers,
            List<String> kept,
            ElementReader reader,
            FilerSink sink,
            Problems problems) {
        List<Origin> origins = controllers.stream()
                .map(controller ->
                        reader.origin(controller.value().type().name().qualifiedName()))
                .toList();
        try {
            sink.resource(IndexWriter.FILE, IndexWriter.write(controllers, kept), origins);
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    Origin.NOWHERE,
                    "The list of route tables " + IndexWriter.FILE + " cannot be written: " + e.getMessage() + ".",
                    "Remove what else writes this file, or set -Ajetalyst.index=false and mount the tables.");
        }
    }

    private void jsonIndex(List<JsonIndex.Entry> written, ElementReader reader, FilerSink sink, Problems problems) {
        List<String> kept = IndexWriter.kept(
                sink.earlierLines(IndexWriter.JSON_FILE),
                owner -> !names.contains(owner) && !messages.contains(owner) && reader.hasJsonTypes(owner));
        if (written.isEmpty() && kept.isEmpty()) {
            return;
        }
        try {
            sink.resource(
                    IndexWriter.JSON_FILE,
                    IndexWriter.json(
                            written.stream().collect(Collectors.toMap(JsonIndex.Entry::name, JsonIndex.Entry::owner)),
                            kept),
                    written.stream().map(entry -> reader.origin(entry.owner())).toList());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    Origin.NOWHERE,
                    "The list of JSON types " + IndexWriter.JSON_FILE + " cannot be written: " + e.getMessage() + ".",
                    "Remove what else writes this file, or set -Ajetalyst.index=false and write it by hand.");
        }
    }

    /** In a named module only its declaration counts, so it must provide every table. */
    private void modules(List<Checked<ControllerModel>> controllers, List<JsonIndex.Entry> json, Problems problems) {
        ModuleReader reader = new ModuleReader(elements(), sources());
        Map<String, ModuleDecl> modules = new TreeMap<>();
        Map<String, List<Checked<ControllerModel>>> members = new TreeMap<>();
        for (Checked<ControllerModel> controller : controllers) {
            reader.moduleOf(controller.value().type().name().qualifiedName()).ifPresent(module -> {
                modules.putIfAbsent(module.name(), module);
                members.computeIfAbsent(module.name(), any -> new ArrayList<>()).add(controller);
            });
        }
        Map<String, List<String>> jsonTypes = new TreeMap<>();
        for (JsonIndex.Entry entry : json) {
            reader.moduleOf(entry.owner()).ifPresent(module -> {
                modules.putIfAbsent(module.name(), module);
                jsonTypes
                        .computeIfAbsent(module.name(), any -> new ArrayList<>())
                        .add(entry.name());
            });
        }
        modules.forEach((name, module) -> Checker.checkProvided(
                module, members.getOrDefault(name, List.of()), jsonTypes.getOrDefault(name, List.of()), problems));
    }
}
