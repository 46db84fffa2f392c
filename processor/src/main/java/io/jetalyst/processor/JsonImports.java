package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.JsonResults;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.AdapterReader;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.write.ImportWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Asks avaje-jsonb, where it is, for adapters of what controllers return, so that nobody has to annotate that. Its processor reads the
 * question in the next round.
 */
final class JsonImports {
    private final AdapterReader adapters;
    private final FilerSink sink;

    JsonImports(ProcessingEnvironment environment) {
        this.adapters = new AdapterReader(environment.getElementUtils());
        this.sink = new FilerSink(environment.getFiler());
    }

    /** Writes what one controller asks for, with that controller as its only origin. */
    void write(Checked<ControllerModel> controller, Problems problems) {
        if (JsonResults.of(controller.value()).isEmpty()
                || !adapters.canAsk(controller.value().type().name())) {
            return;
        }
        outOfReach(controller.value(), problems);
        List<ClassRef> results = problems.hasErrors() ? List.of() : results(controller.value());
        if (results.isEmpty()) {
            return;
        }
        try {
            sink.source(
                    ImportWriter.qualifiedName(controller),
                    ImportWriter.write(controller, results),
                    controller.value().type().origin());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    controller.value().type().origin(),
                    "The class " + ImportWriter.qualifiedName(controller) + ", which asks for JSON adapters, cannot be"
                            + " written: " + new GeneratedNames().reason(ImportWriter.qualifiedName(controller), e)
                            + ".",
                    "Rename that class, or set -A" + Options.JSON + "=none.");
        }
    }

    /** avaje-jsonb takes a public record in a class that is not public for one that its adapters can name. */
    private void outOfReach(ControllerModel controller, Problems problems) {
        ClassRef name = controller.type().name();
        for (TypeRef.Declared result : JsonResults.of(controller)) {
            adapters.outOfReach(result, name).ifPresent(origin -> outOfReach(result.name(), origin, problems));
        }
    }

    private void outOfReach(ClassRef result, Origin origin, Problems problems) {
        List<String> names = result.simpleNames();
        String own = names.get(names.size() - 1);
        String around = String.join(".", names.subList(0, names.size() - 1));
        String word = adapters.isProtected(result) ? "protected" : "public";
        problems.add(
                ProblemCode.JSON_TYPE_OUT_OF_REACH,
                origin,
                result.simpleName() + " is " + word + " in " + around
                        + ", which is not public, so avaje-jsonb cannot name it.",
                "Remove " + word + " from " + own + (word.equals("public") ? ", or make " + around + " public." : "."));
    }

    private List<ClassRef> results(ControllerModel controller) {
        ClassRef name = controller.type().name();
        return JsonResults.of(controller).stream()
                .filter(result -> adapters.toBeAsked(result, name))
                .map(TypeRef.Declared::name)
                .toList();
    }
}
