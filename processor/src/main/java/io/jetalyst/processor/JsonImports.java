package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.JsonResults;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.AdapterReader;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.JsonTypesReader;
import io.jetalyst.processor.write.JsonTypesWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Writes the class that describes JSON types, and that asks avaje-jsonb, where it is, for their adapters, so that nobody has to annotate them.
 * The processor of avaje-jsonb reads that class in the next round.
 */
final class JsonImports {
    private final ProcessingEnvironment environment;
    private final AdapterReader adapters;
    private final FilerSink sink;

    JsonImports(ProcessingEnvironment environment) {
        this.environment = environment;
        this.adapters = new AdapterReader(environment.getElementUtils());
        this.sink = new FilerSink(environment.getFiler());
    }

    /** Writes the JSON types of one controller, with that controller as their only origin. */
    void write(Checked<ControllerModel> controller, Problems problems) {
        ControllerModel model = controller.value();
        outOfReach(model, problems);
        boolean hasSocket =
                model.routes().stream().anyMatch(route -> route.endpoint() instanceof RouteModel.Endpoint.Socket);
        write(
                model.type().name(),
                JsonResults.of(model),
                true,
                hasSocket && adapters.seesCodec(model.type().name()),
                model.type().context(),
                model.type().origin(),
                problems);
    }

    /** Writes the JSON types of one type of messages. */
    void write(MessagesModel messages, Problems problems) {
        TypeRef.Declared root = messages.root().type();
        write(
                root.name(),
                List.of(root),
                false,
                false,
                messages.declaration().context(),
                messages.root().origin(),
                problems);
    }

    private void write(
            ClassRef owner,
            Collection<TypeRef.Declared> roots,
            boolean strict,
            boolean withPackage,
            CompilationContext context,
            Origin origin,
            Problems problems) {
        JsonTypesDecl types = JsonTypesReader.read(
                environment.getElementUtils(), environment.getTypeUtils(), owner, roots, strict, withPackage);
        types.faults()
                .forEach(fault -> problems.add(ProblemCode.NO_JSON_KIND, fault.origin(), fault.text(), fault.fix()));
        if (problems.hasErrors() || types.types().isEmpty()) {
            return;
        }
        String name = JsonTypesWriter.qualifiedName(owner);
        try {
            sink.source(name, JsonTypesWriter.write(owner, types, adapters.canAsk(owner), context), origin);
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    origin,
                    "The class " + name + ", which describes JSON types, cannot be written: "
                            + new GeneratedNames().reason(name, e) + ".",
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
                adapters.isMemberOfInterface(result)
                        ? "Make " + around + " public, or declare " + own + " outside of it."
                        : "Remove " + word + " from " + own
                                + (word.equals("public") ? ", or make " + around + " public." : "."));
    }
}
