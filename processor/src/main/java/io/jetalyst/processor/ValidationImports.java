package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.ConstraintsDecl;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Validations;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.ValidatorReader;
import io.jetalyst.processor.write.ConstraintsWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/** Requests adapters from avaje-validator for what controllers take, and reports constraints that nothing would check. */
final class ValidationImports {
    private final ValidatorReader validator;
    private final FilerSink sink;

    ValidationImports(ProcessingEnvironment environment) {
        this.validator = new ValidatorReader(environment.getElementUtils());
        this.sink = new FilerSink(environment.getFiler());
    }

    /** Writes the constraints of one controller, with that controller as its only origin. */
    void write(Checked<ControllerModel> controller, Problems problems) {
        if (Validations.of(controller.value()).isEmpty()) {
            return;
        }
        boolean present = validator.isVisibleFrom(controller.value().type().name());
        if (!present) {
            missing(controller.value(), problems);
        }
        String name = ConstraintsWriter.qualifiedName(controller);
        try {
            sink.source(
                    name,
                    ConstraintsWriter.write(controller, present),
                    controller.value().type().origin());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.CANNOT_WRITE,
                    controller.value().type().origin(),
                    "The class " + name + ", which requests validation, cannot be written: "
                            + new GeneratedNames().reason(name, e) + ".",
                    "Rename that class.");
        }
    }

    /** Once for each controller: every other constraint has the same cure. */
    private void missing(ControllerModel controller, Problems problems) {
        List<ParamDecl> constrained = controller.table().stream()
                .flatMap(Validations::validated)
                .map(ParamModel::declaration)
                .toList();
        ParamDecl first = constrained.get(0);
        ConstraintsDecl constraints = first.constraints();
        String where = constraints.own() || constraints.classes().isEmpty()
                ? ""
                : " of " + constraints.classes().get(0).simpleName();
        problems.add(
                ProblemCode.NOTHING_VALIDATES,
                first.origin(),
                "Nothing checks the constraints" + where + " that " + first.name() + " has.",
                fix(controller.type().name()));
    }

    /** Reports constraints of messages that nothing would check. */
    void check(MessagesModel messages, Problems problems) {
        ClassRef root = messages.root().type().name();
        if (!validator.isVisibleFrom(root)) {
            messages.kinds().stream()
                    .filter(MessageDecl::constrained)
                    .findFirst()
                    .ifPresent(kind -> problems.add(
                            ProblemCode.NOTHING_VALIDATES,
                            kind.origin(),
                            "Nothing checks the constraints of the message "
                                    + kind.type().text() + ".",
                            fix(root)));
        }
    }

    private String fix(ClassRef owner) {
        return validator
                .module(owner)
                .map(module -> "Add the dependency io.jetalyst:jetalyst-validation-avaje, and to the module " + module
                        + ":\n    requires io.jetalyst.validation.avaje;")
                .orElse("Add the dependency io.jetalyst:jetalyst-validation-avaje, and"
                        + " io.avaje:avaje-validator-generator to the annotation processors. Or set -A"
                        + Options.VALIDATION + "=none, if the application checks them itself.");
    }
}
