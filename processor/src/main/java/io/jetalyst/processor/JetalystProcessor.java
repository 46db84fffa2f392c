package io.jetalyst.processor;

import com.google.auto.service.AutoService;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.check.Checker;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LinkModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.ElementReader;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.HeirReader;
import io.jetalyst.processor.read.UnusedAnnotationReader;
import io.jetalyst.processor.write.LinksWriter;
import io.jetalyst.processor.write.PlaceholderWriter;
import io.jetalyst.processor.write.RoutesWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table beside each controller, and reports everything that is wrong with one. Each table depends on its controller and
 * the types that the controller names alone (Gradle calls this isolating); what concerns several controllers is for {@link IndexProcessor}.
 */
@AutoService(Processor.class)
public final class JetalystProcessor extends RoundProcessor {
    private final Prerequisites prerequisites = new Prerequisites();
    private final GeneratedNames tables = new GeneratedNames();
    private final Set<String> waiting = new TreeSet<>();
    /** The tables that are written one round after the adapters of their JSON types. */
    private final Map<Checked<ControllerModel>, JsonTypesDecl> afterAdapters = new LinkedHashMap<>();

    private @Nullable JsonImports json;
    private CheckedControllers checked = new CheckedControllers();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.of(
                        Vocabulary.CLASSES,
                        List.of(Vocabulary.PATH),
                        Vocabulary.JSON_NAMES,
                        Vocabulary.TRAITS,
                        Vocabulary.METHODS,
                        Vocabulary.PARAMETERS)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        checked = CheckedControllers.begin(elements());
        report(ofOptions());
    }

    @Override
    void work(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Problems unused = new Problems();
        Checker.checkUnusedAnnotations(
                new UnusedAnnotationReader(elements(), types()).read(annotations, round),
                new HeirReader(types()).read(round),
                unused);
        if (!round.processingOver()) {
            afterAdapters.forEach((controller, types) -> write(controller, types, unused));
            afterAdapters.clear();
        }
        report(unused);

        Set<String> names = AnnotatedNames.in(Vocabulary.CLASSES, annotations, round);
        names.addAll(waiting);
        waiting.clear();
        ElementReader reader = new ElementReader(elements(), types(), sources());
        for (String name : names) {
            if (round.processingOver()) {
                tooLate(name, reader);
            } else {
                reader.read(name).ifPresentOrElse(this::generate, () -> waiting.add(name));
            }
        }
    }

    private JsonImports json() {
        if (json == null) {
            json = new JsonImports(processingEnv, sources());
        }
        return json;
    }

    private void generate(TypeDecl declaration) {
        Problems problems = new Problems();
        String name = declaration.name().qualifiedName();
        if (prerequisites.runtime(name, elements(), problems)) {
            prerequisites.controller(name, elements(), problems);
            generate(declaration, problems);
        }
        report(problems);
    }

    private void generate(TypeDecl declaration, Problems problems) {
        if (problems.hasErrors()) {
            placeholders(declaration);
            return;
        }
        Stages.check(declaration, options(), problems)
                .ifPresentOrElse(
                        controller -> {
                            checked.add(controller);
                            write(controller, problems);
                            writeLinks(controller, problems);
                            new ValidationImports(processingEnv).write(controller, problems);
                        },
                        () -> placeholders(declaration));
    }

    private void write(Checked<ControllerModel> controller, Problems problems) {
        ControllerModel model = controller.value();
        if (model.isEmpty()) {
            return;
        }
        JsonTypesDecl types = options().json() ? json().read(controller, problems) : JsonTypesDecl.NONE;
        if (types.followsAdapters()) {
            afterAdapters.put(controller, types);
        } else {
            write(controller, types, problems);
        }
    }

    private void write(Checked<ControllerModel> controller, JsonTypesDecl types, Problems problems) {
        ControllerModel model = controller.value();
        try {
            write(
                    model.qualifiedTableName(),
                    RoutesWriter.write(
                            controller, types, json().canAsk(model.type().name())),
                    model.type());
            tables.add(model.qualifiedTableName(), model.type().name().simpleName());
        } catch (IOException e) {
            String name = model.type().name().simpleName();
            problems.add(
                    ProblemCode.TABLE_NAME_TAKEN,
                    model.type().origin(),
                    "The table " + model.tableName() + " of " + name + " cannot be written: "
                            + tables.reason(model.qualifiedTableName(), e) + ".",
                    tables.fix(model.qualifiedTableName(), name));
        }
    }

    private void writeLinks(Checked<ControllerModel> controller, Problems problems) {
        ControllerModel model = controller.value();
        if (!options().links() || model.routes().isEmpty()) {
            return;
        }
        List<LinkModel> links = LinkModel.of(model);
        String name = model.qualifiedLinksName();
        String source = LinksWriter.write(controller, links);
        if (problems.hasErrors()) {
            placeholder(name, source, model.type());
            return;
        }
        Checker.checkLinks(model, links, problems);
        try {
            write(name, source, model.type());
            tables.add(name, model.type().name().simpleName());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.TABLE_NAME_TAKEN,
                    model.type().origin(),
                    "The links " + model.linksName() + " of "
                            + model.type().name().simpleName() + " cannot be written: " + tables.reason(name, e) + ".",
                    tables.fix(name, model.type().name().simpleName()));
        }
    }

    /** Writes what other code may name of a controller with errors, so that the compiler reports the errors only. */
    private void placeholders(TypeDecl declaration) {
        ControllerModel controller = ControllerModel.empty(declaration);
        placeholder(controller.qualifiedTableName(), PlaceholderWriter.write(controller), declaration);
        if (options().links() && !controller.isGlobal()) {
            placeholder(
                    controller.qualifiedLinksName(),
                    LinksWriter.placeholder(Stages.readable(declaration)),
                    declaration);
        }
    }

    private void placeholder(String name, String source, TypeDecl declaration) {
        try {
            write(name, source, declaration);
        } catch (IOException e) {
            // another class has its name, so code that names it compiles
        }
    }

    private void write(String name, String source, TypeDecl declaration) throws IOException {
        new FilerSink(processingEnv.getFiler()).source(name, source, declaration.origin());
    }

    /** Reports a type that is still missing in the last round. javac reports it by itself; Eclipse may find it later and report nothing. */
    private void tooLate(String name, ElementReader reader) {
        if (reader.reportsMissingTypes()) {
            return;
        }
        Problems problems = new Problems();
        problems.add(
                ProblemCode.TYPE_TOO_LATE,
                reader.origin(name),
                "The controller " + name + " has no table, because a type that it uses was missing to the last.",
                "If another processor writes that type in the last round, move it to another module.");
        report(problems);
    }
}
