package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/** A default replaces a missing value of the query string, so it must convert to the type of its parameter. */
final class DefaultValueRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            for (ParamModel param : route.parts()) {
                Optional<AnnotationDecl> given = param.declaration().annotation(Vocabulary.DEFAULT_VALUE);
                if (given.isPresent() && param instanceof ParamModel.Text value) {
                    check(value, given.get(), problems);
                }
            }
        }
    }

    private static void check(ParamModel.Text param, AnnotationDecl annotation, Problems problems) {
        String name = param.declaration().name();
        if (!param.source().isOptional()) {
            problems.add(
                    ProblemCode.DEFAULT_WITHOUT_QUERY,
                    annotation.origin(),
                    "@DefaultValue of " + name + " is never used: a path variable always has a value.",
                    "Remove it, or take the parameter with " + Source.optionalOnes() + ".");
        } else if (param.shape() == Shape.OPTIONAL) {
            problems.add(
                    ProblemCode.DEFAULT_ON_OPTIONAL,
                    annotation.origin(),
                    "The Optional " + name + " has a @DefaultValue, so it is never empty.",
                    "Remove the Optional or the default.");
        } else if (!param.shape().isSeveral() && param.defaultValues().size() != 1) {
            problems.add(
                    ProblemCode.NUMBER_OF_DEFAULTS,
                    annotation.origin(),
                    "@DefaultValue of " + name + " has " + param.defaultValues().size()
                            + " values, and the parameter has one.",
                    "Write one value, or take a List.");
        } else {
            param.defaultValues().forEach(value -> convert(param, value, problems));
        }
    }

    private static void convert(ParamModel.Text param, ValueDecl value, Problems problems) {
        Conversions.complaint(param.conversion(), value.text())
                .ifPresent(complaint -> problems.add(
                        ProblemCode.DEFAULT_NOT_CONVERTIBLE,
                        value.origin(),
                        "The default \"" + value.text() + "\" of "
                                + param.declaration().name() + " " + complaint.what() + ".",
                        complaint.fix()));
    }
}
