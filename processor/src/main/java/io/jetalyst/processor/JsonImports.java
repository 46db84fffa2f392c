package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.JsonAdapterDecl;
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
import io.jetalyst.processor.read.SourceTypes;
import io.jetalyst.processor.write.JsonAdapterWriter;
import io.jetalyst.processor.write.JsonTypesWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Reads the JSON types of controllers, and writes the classes that describe those of messages. These classes and the tables of controllers ask
 * avaje-jsonb, where it is, for adapters, so that nobody has to annotate the types. The processor of avaje-jsonb reads them in the next round.
 * One instance for each processor.
 */
final class JsonImports {
    private final ProcessingEnvironment environment;
    private final SourceTypes sources;
    private final AdapterReader adapters;
    private final FilerSink sink;

    /** The descriptions that are written one round after their adapters. */
    private final List<Description> waiting = new ArrayList<>();

    /** The source of {@code X_Json}. */
    private record Description(String name, String text, Origin origin) {}

    JsonImports(ProcessingEnvironment environment, SourceTypes sources) {
        this.environment = environment;
        this.sources = sources;
        this.adapters = new AdapterReader(environment.getElementUtils());
        this.sink = new FilerSink(environment.getFiler());
    }

    /** Whether code beside this class can ask avaje-jsonb for adapters. */
    boolean canAsk(ClassRef owner) {
        return adapters.canAsk(owner);
    }

    /** The JSON types of one controller, whose adapters are written; none if there are problems. */
    JsonTypesDecl read(Checked<ControllerModel> controller, Problems problems) {
        ControllerModel model = controller.value();
        boolean hasSocket =
                model.routes().stream().anyMatch(route -> route.endpoint() instanceof RouteModel.Endpoint.Socket);
        ClassRef name = model.type().name();
        return read(
                name,
                JsonResults.of(model),
                true,
                (hasSocket || model.usesSessions()) && adapters.seesCodec(name),
                model.type().context(),
                problems);
    }

    private JsonTypesDecl read(
            ClassRef owner,
            Collection<TypeRef.Declared> roots,
            boolean strict,
            boolean withPackage,
            CompilationContext context,
            Problems problems) {
        JsonTypesDecl types = JsonTypesReader.read(
                environment.getElementUtils(), environment.getTypeUtils(), sources, owner, roots, strict, withPackage);
        types.faults().forEach(fault -> problems.add(code(fault.cause()), fault.origin(), fault.text(), fault.fix()));
        if (problems.hasErrors()) {
            return JsonTypesDecl.NONE;
        }
        types.adapters().forEach(adapter -> write(adapter, types, context, problems));
        return types;
    }

    /** Writes the JSON types of one type of messages, with that type as their only origin. */
    void write(MessagesModel messages, Problems problems) {
        ClassRef owner = messages.root().type().name();
        CompilationContext context = messages.declaration().context();
        JsonTypesDecl types =
                read(owner, List.of(messages.root().type()), adapters.seesCodec(owner), false, context, problems);
        if (types.types().isEmpty()) {
            return;
        }
        Description description = new Description(
                JsonTypesWriter.qualifiedName(owner),
                JsonTypesWriter.write(owner, types, canAsk(owner), context),
                messages.root().origin());
        if (types.followsAdapters()) {
            waiting.add(description);
        } else {
            write(description, problems);
        }
    }

    /** Writes the descriptions that wait for the round after their adapters. */
    void writeWaiting(Problems problems) {
        waiting.forEach(description -> write(description, problems));
        waiting.clear();
    }

    private void write(Description description, Problems problems) {
        String name = description.name();
        try {
            sink.source(name, description.text(), description.origin());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    description.origin(),
                    "The class " + name + ", which describes JSON types, cannot be written: "
                            + new GeneratedNames().reason(name, e) + ".",
                    "Rename that class, or set -A" + Options.JSON + "=none.");
        }
    }

    /** Writes an adapter, unless it was written for another controller that names the same record. */
    private void write(JsonAdapterDecl adapter, JsonTypesDecl types, CompilationContext context, Problems problems) {
        String name = JsonAdapterWriter.qualifiedName(adapter.type());
        try {
            sink.source(name, JsonAdapterWriter.write(adapter, types.deprecation(), context), adapter.origin());
        } catch (IOException e) {
            if (adapters.isTaken(name)) {
                problems.add(
                        ProblemCode.CANNOT_WRITE,
                        adapter.origin(),
                        "The class " + name + ", which reads and writes JSON, cannot be written: "
                                + new GeneratedNames().reason(name, e) + ".",
                        "Rename that class, or set -A" + Options.JSON + "=none.");
            }
        }
    }

    private static ProblemCode code(JsonTypesDecl.Cause cause) {
        return switch (cause) {
            case NO_JSON -> ProblemCode.NO_JSON_KIND;
            case HIDDEN -> ProblemCode.PRIVATE_RESULT_TYPE;
            case OUT_OF_REACH -> ProblemCode.JSON_TYPE_OUT_OF_REACH;
        };
    }
}
