package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
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
        List<ClassRef> results = results(controller.value());
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

    private List<ClassRef> results(ControllerModel controller) {
        ClassRef name = controller.type().name();
        if (!adapters.canAsk(name)) {
            return List.of();
        }
        return JsonResults.of(controller).stream()
                .filter(result -> adapters.toBeAsked(result, name))
                .map(TypeRef.Declared::name)
                .toList();
    }
}
